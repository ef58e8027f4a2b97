// What functions may look like since C++14.
#include <cstdio>
#include <memory>
#include <utility>

namespace forms {

static int table[3] = {1, 20, 300};

auto deduced(int a) {
  if (a > 0)
    return a;
  return -a;
}
decltype(auto) element(int i) { return (table[i]); }
decltype(auto) value(int i) { return +table[i]; }
template <class F, class... Ts> decltype(auto) forward_to(F &&f, Ts &&...all) { return std::forward<F>(f)(std::forward<Ts>(all)...); }

auto declared_first(int a);
auto declared_first(int a) { return deduced(a) + 1; }

constexpr int relaxed(int n) {
  int sum = 0;
  for (int i = 0; i < n; ++i)
    sum += i;
  return sum;
}
template <class T> constexpr T four = T(4);
template <class T> T scaled(T a) { return a * four<T>; }

[[deprecated("use scaled")]] int old(int a) { return a * 1'000; }

class Counter {
public:
  auto next() & -> int { return ++value_; }
  auto next() const & { return value_; }
  auto next() && { return 100 + value_; }
  decltype(auto) self() { return *this; }
  template <class T> auto get() const { return static_cast<T>(value_); }

private:
  int value_ = 0b101;
};

// A closure returned by a function, and a recursive one.
auto adder(int by) {
  return [by](auto a) { return a + by; };
}
template <class F> struct Fix {
  F f;
  template <class... Ts> decltype(auto) operator()(Ts... all) const { return f(*this, all...); }
};
template <class F> auto fix(F f) { return Fix<F>{f}; }

} // namespace forms

int main() {
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
  auto owner = [p = std::move(pointer), n = 1]() mutable { return *p + n++; };
  sum += owner() + owner();
  auto factorial = fix([](auto self, int n) -> int { return n < 2 ? 1 : n * self(n - 1); });
  sum += factorial(5);
  std::printf("%d %d\n", sum, forward_to([](auto... all) { return static_cast<int>(sizeof...(all)); }, 1, 'b', 2.0));
  return 0;
}
