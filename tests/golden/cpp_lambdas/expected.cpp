// Lambdas wherever an expression may stand. Before C++17 none can run at compile time.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <vector>
#include <spile/scope.h>
static int before_main = [] { SPILE_SCOPE_INLINE("(lambda)"); return 3; }();

struct Widget {
  std::function<int(int)> on_click = [this](int a) { SPILE_SCOPE_INLINE("Widget::(lambda)"); return a + id; };
  int id = [] { SPILE_SCOPE_INLINE("Widget::(lambda)"); return 4; }();
  Widget() : first([](int a) { SPILE_SCOPE_INLINE("Widget::Widget::(lambda)"); return a * 2; }(id)) { SPILE_SCOPE_INLINE("Widget::Widget");}
  int first;
  auto getter() const { SPILE_SCOPE_INLINE("Widget::getter");
    return [copy = *this] { SPILE_SCOPE_INLINE("Widget::getter::(lambda)"); return [&copy] { SPILE_SCOPE_INLINE("Widget::getter::(lambda)::(lambda)"); return copy.id; }(); };
  }
  static int (*const table[2])(int);
};
int (*const Widget::table[2])(int) = {[](int a) { SPILE_SCOPE_INLINE("Widget::(lambda)"); return a + 1; }, [](int a) -> int { SPILE_SCOPE_INLINE("Widget::(lambda)"); return a + 2; }};

static int by_default(int a, int b = [] { SPILE_SCOPE_INLINE("(lambda)"); return 5; }(), int (*f)(int) = [](int c) { SPILE_SCOPE_INLINE("(lambda)"); return c; }) { SPILE_SCOPE("by_default"); return f(a + b); }
static auto make(int start) { SPILE_SCOPE("make");
  return [start]() mutable noexcept -> int { SPILE_SCOPE_INLINE("make::(lambda)"); return start++; };
}
template <class F, class T = decltype(make(0))> int apply(F f, T t = make(10)) { SPILE_SCOPE_INLINE("apply"); return f(1) + t(); }
template <class T> struct Greatest {
  T of(T a, T b) const { SPILE_SCOPE_INLINE("Greatest::of");
    return std::max(a, b, [](const T &x, const T &y) { SPILE_SCOPE_INLINE("Greatest::of::(lambda)"); ++calls; return x < y; });
  }
  static int calls;
};
template <class T> int Greatest<T>::calls = 0;

struct Visitor {
  template <class... Ts> int operator()(Ts... all) const { SPILE_SCOPE_INLINE("Visitor::operator()");
    return [=](auto first) { SPILE_SCOPE_INLINE("Visitor::operator()::(lambda)"); int sizes[] = {static_cast<int>(sizeof(all))..., first}; return sizes[0]; }(1);
  }
};

#define TWICE(x) ((x) + (x))
#define LAMBDA(x) [](int a) { return a + x; }

int main() { SPILE_SCOPE("main");
  int n = 1;
  int sum = before_main;
  Widget widget;
  sum += widget.on_click(1) + widget.first + widget.getter()() + Widget::table[0](1) + Widget::table[1](1);
  sum += by_default(1) + by_default(1, 2) + by_default(1, 2, [](int a) { SPILE_SCOPE_INLINE("main::(lambda)"); return a + 100; });
  auto counter = make(7);
  sum += counter() + counter() + apply([&n](int a) { SPILE_SCOPE_INLINE("main::(lambda)"); return n += a; });
  std::vector<int> v{1, 2};
  v[0] = Greatest<int>().of(v[0], v[1]);
  for (int i : [&v]() -> std::vector<int> & { SPILE_SCOPE_INLINE("main::(lambda)"); return v; }()) sum += i;
  if ([n] { SPILE_SCOPE_INLINE("main::(lambda)"); return n > 1; }()) sum += 1000;
  switch ([] { SPILE_SCOPE_INLINE("main::(lambda)"); return 2; }()) { case 2: sum += [=, &n](auto... all) { SPILE_SCOPE_INLINE("main::(lambda)"); return n + static_cast<int>(sizeof...(all)); }(1, 2); }
  while ([&n]() __attribute__((noinline)) { SPILE_SCOPE_INLINE("main::(lambda)"); return n-- > 0; }()) ++sum;
  sum += TWICE([] { return 1; }()) + LAMBDA(1)(2) + Visitor()('a', 2);
  std::unique_ptr<int, void (*)(int *)> owned(new int(5), [](int *p) { SPILE_SCOPE_INLINE("main::(lambda)"); delete p; });
  auto outer = [&] { SPILE_SCOPE_INLINE("main::(lambda)"); auto inner = [&](int a) { SPILE_SCOPE_INLINE("main::(lambda)::(lambda)"); return [&] { SPILE_SCOPE_INLINE("main::(lambda)::(lambda)::(lambda)"); return a + n; }(); }; return inner(1); };
  sum += outer() + *owned + [] { SPILE_SCOPE_INLINE("main::(lambda)"); struct Local { int get() { SPILE_SCOPE_INLINE("main::(lambda)::Local::get"); return [this] { SPILE_SCOPE_INLINE("main::(lambda)::Local::get::(lambda)"); return v; }(); } int v = 6; } l; return l.get(); }();
  std::printf("%d %d\n", sum, Greatest<int>::calls);
  return 0;
}
