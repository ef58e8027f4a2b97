// Classes in functions, in lambdas, in templates, in each other, unnamed ones.
#include <cstdio>
#include <memory>

struct Shape {
  virtual ~Shape() = default;
  virtual int area() const = 0;
};

static std::unique_ptr<Shape> square(int side) {
  class Square : public Shape {
  public:
    explicit Square(int s) : side_(s) {}
    ~Square() override { side_ = 0; }
    int area() const override { return side_ * side_; }

  private:
    int side_;
  };
  return std::make_unique<Square>(side);
}

static auto opaque(int n) {
  struct Opaque {
    int n;
    int get() const { return n; }
    struct Deeper {
      int twice(int a) { return plus_one(a) * 2; }
      static int plus_one(int a) { return a + 1; }
    };
  };
  return Opaque{n};
}

template <class T> int counted(T t) {
  struct Count {
    T value;
    explicit Count(T v) : value(v) {}
    int operator()(int times) const {
      int sum = 0;
      for (int i = 0; i < times; ++i)
        sum += static_cast<int>(value);
      return sum;
    }
    friend class Friend;
  };
  return Count(t)(2);
}

struct Host {
  int run() {
    struct Local {
      static int call(Host *host) { return host->value(); }
      int (*function)(Host *) = &Local::call;
    };
    return Local().function(this);
  }
  struct {
    int get() { return 5; }
  } unnamed;
  union {
    int number;
    char letter;
  };

private:
  int value() { return 3; }
};

typedef struct {
  int get() { return 6; }
} Named_by_typedef;

int main() {
  struct Here {
    int a;
    Here *self() { return this; }
    ~Here() { gone()++; }
    static int &gone() { static int n; return n; }
  };
  int sum = square(3)->area() + opaque(4).get() + decltype(opaque(1))::Deeper().twice(1) + counted('a') + counted(2.5);
  {
    Here here{1};
    sum += here.self()->a;
    struct Block { int in() { return 7; } } block;
    sum += block.in();
  }
  auto in_lambda = [](int n) {
    struct In { int n; int get() const { struct Inner { static int k() { return 8; } }; return n + Inner::k(); } };
    return In{n}.get();
  };
  Host host{};
  sum += in_lambda(1) + host.run() + host.unnamed.get() + Named_by_typedef().get();
  std::printf("%d %d\n", sum, Here::gone());
  return 0;
}
