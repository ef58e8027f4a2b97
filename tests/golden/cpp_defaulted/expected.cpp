// Members without a body are no functions of the source: defaulted and deleted, in the
// class and out of it. What stands beside them is timed.
#include <compare>
#include <cstdio>
#include <string>
#include <type_traits>
#include <utility>
#include <spile/scope.h>
struct In_class {
  In_class() = default;
  In_class(const In_class &) = default;
  In_class(In_class &&) = default;
  In_class &operator=(const In_class &) = default;
  In_class &operator=(In_class &&) noexcept = default;
  virtual ~In_class() = default;
  bool operator==(const In_class &) const = default;
  auto operator<=>(const In_class &) const = default;
  In_class *operator&() = delete;
  void *operator new(std::size_t) = delete;
  explicit In_class(int n) : number(n) { SPILE_SCOPE_INLINE("In_class::In_class");}
  int number = 1;
  std::string text = "in";
};

class Out_of_class {
public:
  Out_of_class();
  Out_of_class(const Out_of_class &);
  Out_of_class &operator=(const Out_of_class &);
  ~Out_of_class();
  explicit Out_of_class(int n);
  int get() const;

private:
  int number_ = 2;
  std::string text_ = "out";
};
Out_of_class::Out_of_class() = default;
Out_of_class::Out_of_class(const Out_of_class &) = default;
inline Out_of_class &Out_of_class::operator=(const Out_of_class &) = default;
Out_of_class::~Out_of_class() = default;
Out_of_class::Out_of_class(int n) : number_(n) { SPILE_SCOPE("Out_of_class::Out_of_class");}
int Out_of_class::get() const { SPILE_SCOPE("Out_of_class::get"); return number_ + static_cast<int>(text_.size()); }

template <class T> struct Mixed {
  Mixed() = default;
  Mixed(T) requires(sizeof(T) > 100) = delete;
  Mixed(T t) : value(t) { SPILE_SCOPE_INLINE("Mixed::Mixed");}
  ~Mixed();
  T value{};
};
template <class T> Mixed<T>::~Mixed() = default;

struct Inherits : In_class {
  using In_class::In_class;
  ~Inherits() override { SPILE_SCOPE_INLINE("Inherits::~Inherits");}
};

template <class T> int only(T) = delete;
template <> int only(int a) { SPILE_SCOPE("only"); return a; }
int overloaded(double) = delete;
int overloaded(int a) { SPILE_SCOPE("overloaded"); return a + 1; }

struct Empty {};
struct Aggregate { Empty e; int a = 3; };

int main() { SPILE_SCOPE("main");
  In_class a, b(a), c(4);
  b = c;
  a = std::move(b);
  Out_of_class d, e(d), f(5);
  e = f;
  Mixed<int> g(6), h;
  int sum = (a == c) + (a <= c) * 2 + e.get() + d.get() + g.value + h.value + Inherits(7).number;
  sum += only(8) + overloaded(9) + Aggregate{}.a;
  static_assert(!std::is_constructible_v<Mixed<char[200]>, char *>);
  std::printf("%d\n", sum);
  return 0;
}
