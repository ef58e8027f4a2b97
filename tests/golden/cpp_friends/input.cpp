// Friends defined in classes and class templates; a friend is named by its namespace.
#include <cstdio>
#include <utility>

namespace geo {
class Point {
public:
  explicit Point(int x) : x_(x) {}
  friend Point operator+(Point a, Point b) { return Point(a.x_ + b.x_); }
  friend int norm(const Point &p) { return p.x_ < 0 ? -p.x_ : p.x_; }
  friend void swap(Point &a, Point &b) noexcept {
    using std::swap;
    swap(a.x_, b.x_);
  }
  template <class T> friend T scaled(const Point &p, T by) { return static_cast<T>(p.x_) * by; }
  friend class Viewer;
  friend int declared(const Point &);
  friend struct Wrapper;

private:
  int x_;
};
int declared(const Point &p) { return p.x_ * 3; }

class Viewer {
public:
  static int look(const Point &p) { return p.x_; }
};

template <class T> class Box {
public:
  explicit Box(T t) : value_(t) {}
  friend bool operator==(const Box &a, const Box &b) { return a.value_ == b.value_; }
  friend T unwrap(Box box) { return box.value_; }
  template <class U> friend class Box;
  template <class U> int mixed(const Box<U> &other) const { return static_cast<int>(value_ + other.value_); }

private:
  T value_;
};

struct Outer {
  struct Inner {
    int v = 4;
    friend int inner_friend(const Inner &i) { return i.v; }
    friend int Outer_reader(const Inner &i);
  };
};
int Outer_reader(const Outer::Inner &i) { return i.v + 1; }
} // namespace geo

template <class T> struct Counter {
  friend int total(Counter &c, int a) {
    static int sum = 0;
    return sum += a + c.n;
  }
  int n = 1;
};

int main() {
  geo::Point a(3), b(-4);
  swap(a, b);
  int sum = norm(a + b) + norm(a) + scaled(a, 2) + static_cast<int>(scaled(b, 1.5)) + declared(b) + geo::Viewer::look(b);
  geo::Box<int> one(1), two(2);
  geo::Box<char> letter('a');
  sum += (one == two) + unwrap(one) + unwrap(letter) + one.mixed(letter) + inner_friend(geo::Outer::Inner()) + Outer_reader(geo::Outer::Inner());
  Counter<int> ints;
  Counter<char> chars;
  sum += total(ints, 1) + total(ints, 1) + total(chars, 1);
  std::printf("%d\n", sum);
  return 0;
}
