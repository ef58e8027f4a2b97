// The kinds of functions that C++ has.
#include <cstdio>
#include <string>
#include <utility>
#include <spile/scope.h>
namespace {
int hidden(int a) { SPILE_SCOPE("(anonymous namespace)::hidden"); return a + 1; }
template <class T> T twice(T a) { SPILE_SCOPE_INLINE("(anonymous namespace)::twice"); return a + a; }
} // namespace

template <class T> class Queue {
public:
  explicit Queue(T first) : value(first) { SPILE_SCOPE_INLINE("Queue::Queue");}
  ~Queue() { SPILE_SCOPE_INLINE("Queue::~Queue"); value = T(); }
  void push(T next) { SPILE_SCOPE_INLINE("Queue::push"); value = next; }
  T pop();
  operator bool() const { SPILE_SCOPE_INLINE("Queue::operator bool"); return value != T(); }

private:
  T value;
};
template <class T> T Queue<T>::pop() { SPILE_SCOPE_INLINE("Queue::pop"); return std::move(value); }

template <class... Ts> int count(Ts... all) { SPILE_SCOPE_INLINE("count");
  int sizes[] = {0, static_cast<int>(sizeof(all))...};
  return static_cast<int>(sizeof(sizes) / sizeof(int)) - 1;
}

struct Point {
  int x, y;
  Point operator+(const Point &o) const { SPILE_SCOPE_INLINE("Point::operator+"); return {x + o.x, y + o.y}; }
  friend bool operator==(const Point &a, const Point &b) { SPILE_SCOPE_INLINE("operator=="); return a.x == b.x && a.y == b.y; }
  static Point origin() { SPILE_SCOPE_INLINE("Point::origin"); return {0, 0}; }
  virtual ~Point() = default;
  Point(int px, int py) : x(px), y(py) { SPILE_SCOPE_INLINE("Point::Point");}
  Point(const Point &) = default;
  Point &operator=(const Point &) = default;
};

inline int in_line(int a) { SPILE_SCOPE_INLINE("in_line"); return hidden(a); }
auto deduced(int a) { SPILE_SCOPE("deduced"); return a * 2; }
auto trailing(int a) -> long { SPILE_SCOPE("trailing"); return a * 3L; }
int &reference(int &a) { SPILE_SCOPE("reference"); return a; }
constexpr int constant(int a) { return a + 1; }
int no_throw(int a) noexcept { SPILE_SCOPE("no_throw"); return a - 1; }
extern "C" int c_linkage(int a);
extern "C" int c_linkage(int a) { SPILE_SCOPE("c_linkage"); return a; }
int defaulted(int a = 3) { SPILE_SCOPE("defaulted"); return a; }
Queue<int> elided() { SPILE_SCOPE("elided"); return Queue<int>(4); }

int main() { SPILE_SCOPE("main");
  struct Local {
    int member(int a) { SPILE_SCOPE_INLINE("main::Local::member"); return a + 5; }
  } local;
  auto add = [&local](int a) { SPILE_SCOPE_INLINE("main::(lambda)"); return local.member(a); };
  auto generic = [](auto a) { SPILE_SCOPE_INLINE("main::(lambda)"); return a; };
  Queue<int> ints(1);
  Queue<std::string> words("a");
  ints.push(2);
  words.push("bc");
  int n = 5;
  static_assert(constant(1) == 2, "still a constant expression");
  int sum = ints.pop() + static_cast<int>(words.pop().size()) + twice(3) + static_cast<int>(twice(1.5));
  sum += count(1, 2.0, 'c') + count() + add(1) + generic(2) + static_cast<int>(generic(2L));
  sum += (Point::origin() + Point(1, 2) == Point(1, 2)) + in_line(1) + deduced(2) + static_cast<int>(trailing(1));
  sum += reference(n) + constant(n) + no_throw(1) + c_linkage(2) + defaulted() + elided().pop() + bool(ints);
  std::printf("%d\n", sum);
  return 0;
}
