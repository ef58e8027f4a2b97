// What functions may look like since C++14.
#include <cstdio>
#include <memory>
#include <utility>
#include <spile/scope.h>
namespace forms {

static int table[3] = {1, 20, 300};

auto deduced(int a) { SPILE_SCOPE("forms::deduced");
  if (a > 0)
    return a;
  return -a;
}
decltype(auto) element(int i) { SPILE_SCOPE("forms::element"); return (table[i]); }
decltype(auto) value(int i) { SPILE_SCOPE("forms::value"); return +table[i]; }
template <class F, class... Ts> decltype(auto) forward_to(F &&f, Ts &&...all) { SPILE_SCOPE_INLINE("forms::forward_to"); return std::forward<F>(f)(std::forward<Ts>(all)...); }

auto declared_first(int a);
auto declared_first(int a) { SPILE_SCOPE("forms::declared_first"); return deduced(a) + 1; }

constexpr int relaxed(int n) {
  int sum = 0;
  for (int i = 0; i < n; ++i)
    sum += i;
  return sum;
}
template <class T> constexpr T four = T(4);
template <class T> T scaled(T a) { SPILE_SCOPE_INLINE("forms::scaled"); return a * four<T>; }

[[deprecated("use scaled")]] int old(int a) { SPILE_SCOPE("forms::old"); return a * 1'000; }

class Counter {
public:
  auto next() & -> int { SPILE_SCOPE_INLINE("forms::Counter::next"); return ++value_; }
  auto next() const & { SPILE_SCOPE_INLINE("forms::Counter::next"); return value_; }
  auto next() && { SPILE_SCOPE_INLINE("forms::Counter::next"); return 100 + value_; }
  decltype(auto) self() { SPILE_SCOPE_INLINE("forms::Counter::self"); return *this; }
  template <class T> auto get() const { SPILE_SCOPE_INLINE("forms::Counter::get"); return static_cast<T>(value_); }

private:
  int value_ = 0b101;
};

// A closure returned by a function, and a recursive one.
auto adder(int by) { SPILE_SCOPE("forms::adder");
  return [by](auto a) { SPILE_SCOPE_INLINE("forms::adder::(lambda)"); return a + by; };
}
template <class F> struct Fix {
  F f;
  template <class... Ts> decltype(auto) operator()(Ts... all) const { SPILE_SCOPE_INLINE("forms::Fix::operator()"); return f(*this, all...); }
};
template <class F> auto fix(F f) { SPILE_SCOPE_INLINE("forms::fix"); return Fix<F>{f}; }

} // namespace forms

int main() { SPILE_SCOPE("main");
  using namespace forms;
  element(1) = 21;
  static_assert(std::is_same<decltype(element(0)), int &>::value, "still a reference");
  static_assert(std::is_same<decltype(value(0)), int>::value, "still a value");
  static_assert(relaxed(4) == 6, "still constant");
  Counter counter;
  const Counter same = counter;
  int sum = deduced(-2) + value(1) + declared_first(3) + scaled(2) + static_cast<int>(scaled(1.5)) + old(1);
  sum += counter.self().next() + same.next() + Counter().next() + static_cast<int>(same.get<long>());
  sum += adder(1)(2) + static_cast<int>(adder(2)(3L)) + forward_to(deduced, -7);
  auto pointer = std::make_unique<int>(8);
  auto owner = [p = std::move(pointer), n = 1]() mutable { SPILE_SCOPE_INLINE("main::(lambda)"); return *p + n++; };
  sum += owner() + owner();
  auto factorial = fix([](auto self, int n) -> int { SPILE_SCOPE_INLINE("main::(lambda)"); return n < 2 ? 1 : n * self(n - 1); });
  sum += factorial(5);
  std::printf("%d %d\n", sum, forward_to([](auto... all) { SPILE_SCOPE_INLINE("main::(lambda)"); return static_cast<int>(sizeof...(all)); }, 1, 'b', 2.0));
  return 0;
}
