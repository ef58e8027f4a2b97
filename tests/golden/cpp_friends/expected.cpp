// Friends defined in classes and class templates; a friend is named by its namespace.
#include <cstdio>
#include <utility>
#include <spile/scope.h>
namespace geo {
class Point {
public:
  explicit Point(int x) : x_(x) { SPILE_SCOPE_INLINE("geo::Point::Point");}
  friend Point operator+(Point a, Point b) { SPILE_SCOPE_INLINE("geo::operator+"); return Point(a.x_ + b.x_); }
  friend int norm(const Point &p) { SPILE_SCOPE_INLINE("geo::norm"); return p.x_ < 0 ? -p.x_ : p.x_; }
  friend void swap(Point &a, Point &b) noexcept { SPILE_SCOPE_INLINE("geo::swap");
    using std::swap;
    swap(a.x_, b.x_);
  }
  template <class T> friend T scaled(const Point &p, T by) { SPILE_SCOPE_INLINE("geo::scaled"); return static_cast<T>(p.x_) * by; }
  friend class Viewer;
  friend int declared(const Point &);
  friend struct Wrapper;

private:
  int x_;
};
int declared(const Point &p) { SPILE_SCOPE("geo::declared"); return p.x_ * 3; }

class Viewer {
public:
  static int look(const Point &p) { SPILE_SCOPE_INLINE("geo::Viewer::look"); return p.x_; }
};

template <class T> class Box {
public:
  explicit Box(T t) : value_(t) { SPILE_SCOPE_INLINE("geo::Box::Box");}
  friend bool operator==(const Box &a, const Box &b) { SPILE_SCOPE_INLINE("geo::operator=="); return a.value_ == b.value_; }
  friend T unwrap(Box box) { SPILE_SCOPE_INLINE("geo::unwrap"); return box.value_; }
  template <class U> friend class Box;
  template <class U> int mixed(const Box<U> &other) const { SPILE_SCOPE_INLINE("geo::Box::mixed"); return static_cast<int>(value_ + other.value_); }

private:
  T value_;
};

struct Outer {
  struct Inner {
    int v = 4;
    friend int inner_friend(const Inner &i) { SPILE_SCOPE_INLINE("geo::inner_friend"); return i.v; }
    friend int Outer_reader(const Inner &i);
  };
};
int Outer_reader(const Outer::Inner &i) { SPILE_SCOPE("geo::Outer_reader"); return i.v + 1; }
} // namespace geo

template <class T> struct Counter {
  friend int total(Counter &c, int a) { SPILE_SCOPE_INLINE("total");
    static int sum = 0;
    return sum += a + c.n;
  }
  int n = 1;
};

int main() { SPILE_SCOPE("main");
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
