// Lambdas that are evaluated at compile time, whatever they hold beside: they stay
// constants. Those that never can be are timed.
#include <cstdio>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <spile/scope.h>
constexpr int defined_later(int a);
static int at_run_time(int a) { SPILE_SCOPE("at_run_time"); return a + 1; }
static int global = 3;
struct Literal {
  int v;
  constexpr explicit Literal(int a) : v(a) {}
  constexpr auto adder() const { return [this](int a) { return v + a; }; }
  constexpr auto copier() const { return [*this](int a) { return v * a; }; }
};
template <class F> constexpr int apply(F f, int a) { return f(a); }

constexpr auto guarded = [](int a) { if (a < 0) throw std::out_of_range("negative"); return a; };
constexpr auto printing = [](int a) { if (a > 9) std::printf("big\n"); return a > 9 ? at_run_time(a) : a; };
constexpr auto asking = [](int a) { return __builtin_is_constant_evaluated() ? a : at_run_time(a); };
constexpr auto later = [](int a) { return defined_later(a); };
constexpr auto looping = [](int n) { int sum = 0; for (int i = 0; i < n; ++i) { if (i > 100) return at_run_time(sum); sum += i; } return sum; };
constexpr auto pointer = [](const int *p, int n) { int sum = 0; while (n-- > 0) sum += *p++; return sum; };
constexpr auto nested = [](int a) { int x = a; return [&x](int b) { return [=] { return x + b; }(); }(2); };
constexpr auto generic = [](auto f, auto... all) { return f(all...); };
constexpr auto twice = [](auto a) { if constexpr (sizeof(a) > 100) return at_run_time(1); else return a * 2; };
constexpr auto recursive = [](auto self, int n) -> int { return n < 2 ? 1 : n * self(self, n - 1); };
constexpr int defined_later(int a) { return a * 100; }

static_assert(guarded(1) == 1 && printing(2) == 2 && asking(3) == 3 && later(4) == 400 && looping(5) == 10);
static_assert(nested(6) == 8 && generic(guarded, 7) == 7 && twice(8) == 16 && recursive(recursive, 4) == 24);
static_assert(Literal(1).adder()(2) == 3 && Literal(2).copier()(3) == 6 && apply([](int a) { return a - 1; }, 10) == 9);
constexpr int three[] = {1, 2, 3};
static_assert(pointer(three, 3) == 6);
constexpr int (*converted)(int) = [](int a) { return a + 20; };
static_assert(converted(1) == 21);
template <int N> struct Number { static constexpr int value = N; };
enum { enumerator = [](int a) { return a + 30; }(1) };
static int sized[([] { return 2; }())];

int main() { SPILE_SCOPE("main");
  switch (int a = 31; a) { case [] { return 31; }(): std::printf("case\n"); }
  constexpr int local = 5;
  static_assert([&] { return local; }() == 5);
  auto never = [](int a) { SPILE_SCOPE_INLINE("main::(lambda)"); return at_run_time(a) + global; };
  auto always_throws = [](int a) -> int { SPILE_SCOPE_INLINE("main::(lambda)"); throw std::to_string(a); };
  auto uses_string = [](int a) { SPILE_SCOPE_INLINE("main::(lambda)"); std::string s(3, 'x'); return a + static_cast<int>(s.size()); };
  auto of_global = [] { SPILE_SCOPE_INLINE("main::(lambda)"); return ++global; };
  int sum = never(1) + uses_string(2) + of_global() + guarded(3) + printing(4) + asking(5) + looping(200) + Number<later(1)>::value;
  try {
    sum += always_throws(7);
  } catch (const std::string &text) {
    sum += static_cast<int>(text.size());
  }
  std::printf("%d %d %d\n", sum, static_cast<int>(enumerator), static_cast<int>(sizeof(sized) / sizeof(int)));
  return 0;
}
