// Classes in functions, in lambdas, in templates, in each other, unnamed ones.
#include <cstdio>
#include <memory>
#include <spile/scope.h>
struct Shape {
  virtual ~Shape() = default;
  virtual int area() const = 0;
};

static std::unique_ptr<Shape> square(int side) { SPILE_SCOPE("square");
  class Square : public Shape {
  public:
    explicit Square(int s) : side_(s) { SPILE_SCOPE_INLINE("square::Square::Square");}
    ~Square() override { SPILE_SCOPE_INLINE("square::Square::~Square"); side_ = 0; }
    int area() const override { SPILE_SCOPE_INLINE("square::Square::area"); return side_ * side_; }

  private:
    int side_;
  };
  return std::make_unique<Square>(side);
}

static auto opaque(int n) { SPILE_SCOPE("opaque");
  struct Opaque {
    int n;
    int get() const { SPILE_SCOPE_INLINE("opaque::Opaque::get"); return n; }
    struct Deeper {
      int twice(int a) { SPILE_SCOPE_INLINE("opaque::Opaque::Deeper::twice"); return plus_one(a) * 2; }
      static int plus_one(int a) { SPILE_SCOPE_INLINE("opaque::Opaque::Deeper::plus_one"); return a + 1; }
    };
  };
  return Opaque{n};
}

template <class T> int counted(T t) { SPILE_SCOPE_INLINE("counted");
  struct Count {
    T value;
    explicit Count(T v) : value(v) { SPILE_SCOPE_INLINE("counted::Count::Count");}
    int operator()(int times) const { SPILE_SCOPE_INLINE("counted::Count::operator()");
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
  int run() { SPILE_SCOPE_INLINE("Host::run");
    struct Local {
      static int call(Host *host) { SPILE_SCOPE_INLINE("Host::run::Local::call"); return host->value(); }
      int (*function)(Host *) = &Local::call;
    };
    return Local().function(this);
  }
  struct {
    int get() { SPILE_SCOPE_INLINE("Host::(anonymous)::get"); return 5; }
  } unnamed;
  union {
    int number;
    char letter;
  };

private:
  int value() { SPILE_SCOPE_INLINE("Host::value"); return 3; }
};

typedef struct {
  int get() { SPILE_SCOPE_INLINE("Named_by_typedef::get"); return 6; }
} Named_by_typedef;

int main() { SPILE_SCOPE("main");
  struct Here {
    int a;
    Here *self() { SPILE_SCOPE_INLINE("main::Here::self"); return this; }
    ~Here() { SPILE_SCOPE_INLINE("main::Here::~Here"); gone()++; }
    static int &gone() { SPILE_SCOPE_INLINE("main::Here::gone"); static int n; return n; }
  };
  int sum = square(3)->area() + opaque(4).get() + decltype(opaque(1))::Deeper().twice(1) + counted('a') + counted(2.5);
  {
    Here here{1};
    sum += here.self()->a;
    struct Block { int in() { SPILE_SCOPE_INLINE("main::Block::in"); return 7; } } block;
    sum += block.in();
  }
  auto in_lambda = [](int n) { SPILE_SCOPE_INLINE("main::(lambda)");
    struct In { int n; int get() const { SPILE_SCOPE_INLINE("main::(lambda)::In::get"); struct Inner { static int k() { SPILE_SCOPE_INLINE("main::(lambda)::In::get::Inner::k"); return 8; } }; return n + Inner::k(); } };
    return In{n}.get();
  };
  Host host{};
  sum += in_lambda(1) + host.run() + host.unnamed.get() + Named_by_typedef().get();
  std::printf("%d %d\n", sum, Here::gone());
  return 0;
}
