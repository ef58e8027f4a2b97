// Lambdas wherever an expression may stand. Before C++17 none can run at compile time.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

static int before_main = [] { return 3; }();

struct Widget {
  std::function<int(int)> on_click = [this](int a) { return a + id; };
  int id = [] { return 4; }();
  Widget() : first([](int a) { return a * 2; }(id)) {}
  int first;
  auto getter() const {
    return [copy = *this] { return [&copy] { return copy.id; }(); };
  }
  static int (*const table[2])(int);
};
int (*const Widget::table[2])(int) = {[](int a) { return a + 1; }, [](int a) -> int { return a + 2; }};

static int by_default(int a, int b = [] { return 5; }(), int (*f)(int) = [](int c) { return c; }) { return f(a + b); }
static auto make(int start) {
  return [start]() mutable noexcept -> int { return start++; };
}
template <class F, class T = decltype(make(0))> int apply(F f, T t = make(10)) { return f(1) + t(); }
template <class T> struct Greatest {
  T of(T a, T b) const {
    return std::max(a, b, [](const T &x, const T &y) { ++calls; return x < y; });
  }
  static int calls;
};
template <class T> int Greatest<T>::calls = 0;

struct Visitor {
  template <class... Ts> int operator()(Ts... all) const {
    return [=](auto first) { int sizes[] = {static_cast<int>(sizeof(all))..., first}; return sizes[0]; }(1);
  }
};

#define TWICE(x) ((x) + (x))
#define LAMBDA(x) [](int a) { return a + x; }

int main() {
  int n = 1;
  int sum = before_main;
  Widget widget;
  sum += widget.on_click(1) + widget.first + widget.getter()() + Widget::table[0](1) + Widget::table[1](1);
  sum += by_default(1) + by_default(1, 2) + by_default(1, 2, [](int a) { return a + 100; });
  auto counter = make(7);
  sum += counter() + counter() + apply([&n](int a) { return n += a; });
  std::vector<int> v{1, 2};
  v[0] = Greatest<int>().of(v[0], v[1]);
  for (int i : [&v]() -> std::vector<int> & { return v; }()) sum += i;
  if ([n] { return n > 1; }()) sum += 1000;
  switch ([] { return 2; }()) { case 2: sum += [=, &n](auto... all) { return n + static_cast<int>(sizeof...(all)); }(1, 2); }
  while ([&n]() __attribute__((noinline)) { return n-- > 0; }()) ++sum;
  sum += TWICE([] { return 1; }()) + LAMBDA(1)(2) + Visitor()('a', 2);
  std::unique_ptr<int, void (*)(int *)> owned(new int(5), [](int *p) { delete p; });
  auto outer = [&] { auto inner = [&](int a) { return [&] { return a + n; }(); }; return inner(1); };
  sum += outer() + *owned + [] { struct Local { int get() { return [this] { return v; }(); } int v = 6; } l; return l.get(); }();
  std::printf("%d %d\n", sum, Greatest<int>::calls);
  return 0;
}
