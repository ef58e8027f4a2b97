// C++98: no keyword of C++11 may be in what is inserted.
#include <cstdio>
#include <stdexcept>
#include <vector>

namespace store {

class Shape {
public:
  Shape() : sides_(0) {}
  explicit Shape(int sides) : sides_(sides) {}
  Shape(const Shape &other) : sides_(other.sides_) {}
  virtual ~Shape() {}
  Shape &operator=(const Shape &other) {
    sides_ = other.sides_;
    return *this;
  }
  virtual int area() const throw() { return sides_; }
  operator int() const { return sides_; }
  int operator()(int by) const { return sides_ * by; }

protected:
  int sides_;

private:
  template <class T> friend T doubled(const Shape &shape);
};

class Square : public Shape {
public:
  Square() : Shape(4) {}
  int area() const throw() { return Shape::area() * 4; }
};

template <class T> T doubled(const Shape &shape) { return static_cast<T>(shape.sides_ * 2); }

template <class T, int N> struct Fixed {
  T data[N];
  Fixed() {
    for (int i = 0; i < N; ++i)
      data[i] = T();
  }
  T &at(int i) {
    if (i >= N)
      throw std::out_of_range("at");
    return data[i];
  }
};
template <> int &Fixed<int, 1>::at(int) { return data[0]; }

} // namespace store

static int risky(int i) throw(std::out_of_range) {
  store::Fixed<int, 3> three;
  three.at(i) = i;
  return three.at(0);
}

static struct {
  int twice(int a) { return a * 2; }
} unnamed;

int main() {
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
