// Lambdas of C++20: in template arguments, in unevaluated operands, in requires clauses,
// with template parameters. One that can run at compile time is left alone; what must be a
// constant stays one.
#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <thread>
#include <utility>
#include <spile/scope.h>
static int trace(const char *what) { SPILE_SCOPE("trace"); return static_cast<int>(std::string(what).size()); }

// A comparison that is not constexpr (a static variable in it), as a template argument.
using Greater = decltype([](int a, int b) { SPILE_SCOPE_INLINE("(lambda)"); static int calls = 0; ++calls; return b < a; });
template <class T, class Compare = Greater> T best(T a, T b) { SPILE_SCOPE_INLINE("best"); return std::max(a, b, Compare()); }

template <auto F> struct Call {
  static int with(int a) { SPILE_SCOPE_INLINE("Call::with"); return F(a); }
};
template <class F> concept Callable = requires(F f) { f(1); } && [] { return sizeof(F) < 64; }();

static int with_template(Callable auto f) { SPILE_SCOPE_INLINE("with_template"); return f(2); }

constexpr auto square = [](int a) { return a * a; };
static_assert(square(3) == 9);
static_assert([](auto... all) { return (all + ...); }(1, 2) == 3);
constexpr std::array<int, 3> table = [] {
  std::array<int, 3> t{};
  for (int i = 0; i < 3; ++i)
    t[static_cast<std::size_t>(i)] = square(i);
  return t;
}();

template <class... Ts> int indexed(Ts... all) { SPILE_SCOPE_INLINE("indexed");
  return [&]<std::size_t... I>(std::index_sequence<I...>) { SPILE_SCOPE_INLINE("indexed::(lambda)");
    static thread_local int calls = 0;
    return ++calls + static_cast<int>(((all * static_cast<int>(I)) + ...));
  }(std::index_sequence_for<Ts...>());
}

struct Counter {
  int n = 0;
  auto by_value() { SPILE_SCOPE_INLINE("Counter::by_value"); return [=, *this]() mutable { SPILE_SCOPE_INLINE("Counter::by_value::(lambda)"); std::string s(2, 'x'); static int calls = 0; ++calls; return n += static_cast<int>(s.size()); }; }
  auto by_this() { SPILE_SCOPE_INLINE("Counter::by_this"); return [=, this](int a) { SPILE_SCOPE_INLINE("Counter::by_this::(lambda)"); static int calls = 0; n += a; return ++calls; }; }
};

template <class T> int local_class(T t) { SPILE_SCOPE_INLINE("local_class");
  struct Local {
    T value;
    int both() const { SPILE_SCOPE_INLINE("local_class::Local::both"); return [this]() requires(sizeof(T) > 1) { SPILE_SCOPE_INLINE("local_class::Local::both::(lambda)"); static int calls = 0; return ++calls + static_cast<int>(value); }(); }
  };
  return Local{t}.both();
}

int main() { SPILE_SCOPE("main");
  auto nothrow = [](int a) noexcept { SPILE_SCOPE_INLINE("main::(lambda)"); static int sum = 0; return sum += a; };
  static_assert(noexcept(nothrow(1)));
  int sum = Call<[](int a) { return a + 1; }>::with(1) + with_template(nothrow) + indexed(1, 2, 3);
  Counter counter;
  auto value = counter.by_value();
  auto pointer = counter.by_this();
  sum += value() + value() + pointer(best(5, 6)) + counter.n + local_class(7) + local_class(8L) + table[2];
  auto packer = [](auto... words) {
    return [... all = std::move(words)] { SPILE_SCOPE_INLINE("main::(lambda)::(lambda)"); static int calls = 0; ++calls; return static_cast<int>((all.size() + ...)); };
  };
  sum += packer(std::string("ab"), std::string("c"))() + trace("xyz");
  int from_thread = 0;
  std::thread([&from_thread] { SPILE_SCOPE_INLINE("main::(lambda)"); static int calls = 0; from_thread = ++calls; }).join();
  std::printf("%d %d\n", sum, from_thread);
  return 0;
}
