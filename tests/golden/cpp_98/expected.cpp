// C++98: no keyword of C++11 may be in what is inserted.
#include <cstdio>
#include <stdexcept>
#include <vector>
#include <spile/scope.h>
namespace store {

class Shape {
public:
  Shape() : sides_(0) { SPILE_SCOPE_INLINE("store::Shape::Shape");}
  explicit Shape(int sides) : sides_(sides) { SPILE_SCOPE_INLINE("store::Shape::Shape");}
  Shape(const Shape &other) : sides_(other.sides_) { SPILE_SCOPE_INLINE("store::Shape::Shape");}
  virtual ~Shape() { SPILE_SCOPE_INLINE("store::Shape::~Shape");}
  Shape &operator=(const Shape &other) { SPILE_SCOPE_INLINE("store::Shape::operator=");
    sides_ = other.sides_;
    return *this;
  }
  virtual int area() const throw() { SPILE_SCOPE_INLINE("store::Shape::area"); return sides_; }
  operator int() const { SPILE_SCOPE_INLINE("store::Shape::operator int"); return sides_; }
  int operator()(int by) const { SPILE_SCOPE_INLINE("store::Shape::operator()"); return sides_ * by; }

protected:
  int sides_;

private:
  template <class T> friend T doubled(const Shape &shape);
};

class Square : public Shape {
public:
  Square() : Shape(4) { SPILE_SCOPE_INLINE("store::Square::Square");}
  int area() const throw() { SPILE_SCOPE_INLINE("store::Square::area"); return Shape::area() * 4; }
};

template <class T> T doubled(const Shape &shape) { SPILE_SCOPE_INLINE("store::doubled"); return static_cast<T>(shape.sides_ * 2); }

template <class T, int N> struct Fixed {
  T data[N];
  Fixed() { SPILE_SCOPE_INLINE("store::Fixed::Fixed");
    for (int i = 0; i < N; ++i)
      data[i] = T();
  }
  T &at(int i) { SPILE_SCOPE_INLINE("store::Fixed::at");
    if (i >= N)
      throw std::out_of_range("at");
    return data[i];
  }
};
template <> int &Fixed<int, 1>::at(int) { SPILE_SCOPE("store::Fixed::at"); return data[0]; }

} // namespace store

static int risky(int i) throw(std::out_of_range) { SPILE_SCOPE("risky");
  store::Fixed<int, 3> three;
  three.at(i) = i;
  return three.at(0);
}

static struct {
  int twice(int a) { SPILE_SCOPE_INLINE("(anonymous)::twice"); return a * 2; }
} unnamed;

int main() { SPILE_SCOPE("main");
  store::Square square;
  store::Shape copy(square);
  copy = store::Shape();
  const store::Shape &base = square;
  int sum = base.area() + copy + copy(3) + store::doubled<int>(base) + unnamed.twice(1);
  store::Fixed<int, 1> one;
  one.at(9) = 1;
  std::vector<store::Shape> shapes(2);
  for (int i = 0; i < 5; ++i) {
    try {
      sum += risky(i);
    } catch (const std::out_of_range &) {
      sum += 100;
    }
  }
  std::printf("%d %d\n", sum, static_cast<int>(shapes.size()));
  return 0;
}
