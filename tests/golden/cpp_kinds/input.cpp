// The kinds of functions that C++ has.
#include <cstdio>
#include <string>
#include <utility>

namespace {
int hidden(int a) { return a + 1; }
template <class T> T twice(T a) { return a + a; }
} // namespace

template <class T> class Queue {
public:
  explicit Queue(T first) : value(first) {}
  ~Queue() { value = T(); }
  void push(T next) { value = next; }
  T pop();
  operator bool() const { return value != T(); }

private:
  T value;
};
template <class T> T Queue<T>::pop() { return std::move(value); }

template <class... Ts> int count(Ts... all) {
  int sizes[] = {0, static_cast<int>(sizeof(all))...};
  return static_cast<int>(sizeof(sizes) / sizeof(int)) - 1;
}

struct Point {
  int x, y;
  Point operator+(const Point &o) const { return {x + o.x, y + o.y}; }
  friend bool operator==(const Point &a, const Point &b) { return a.x == b.x && a.y == b.y; }
  static Point origin() { return {0, 0}; }
  virtual ~Point() = default;
  Point(int px, int py) : x(px), y(py) {}
  Point(const Point &) = default;
  Point &operator=(const Point &) = default;
};

inline int in_line(int a) { return hidden(a); }
auto deduced(int a) { return a * 2; }
auto trailing(int a) -> long { return a * 3L; }
int &reference(int &a) { return a; }
constexpr int constant(int a) { return a + 1; }
int no_throw(int a) noexcept { return a - 1; }
extern "C" int c_linkage(int a);
extern "C" int c_linkage(int a) { return a; }
int defaulted(int a = 3) { return a; }
Queue<int> elided() { return Queue<int>(4); }

int main() {
  struct Local {
    int member(int a) { return a + 5; }
  } local;
  auto add = [&local](int a) { return local.member(a); };
  auto generic = [](auto a) { return a; };
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
