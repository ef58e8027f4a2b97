// What functions may look like since C++11.
#include <cstdio>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <spile/scope.h>
enum class Level : unsigned char { low, high };

class Buffer {
public:
  Buffer() : Buffer(1) { SPILE_SCOPE_INLINE("Buffer::Buffer");}
  explicit Buffer(int size) : Buffer(size, Level::low) { SPILE_SCOPE_INLINE("Buffer::Buffer");}
  Buffer(int size, Level level) : size_{size}, level_{level} { SPILE_SCOPE_INLINE("Buffer::Buffer");}
  Buffer(std::initializer_list<int> sizes) { SPILE_SCOPE_INLINE("Buffer::Buffer");
    for (int s : sizes)
      size_ += s;
  }
  Buffer(const Buffer &) = delete;
  Buffer &operator=(const Buffer &) = delete;
  Buffer(Buffer &&other) noexcept : size_(other.size_) { SPILE_SCOPE_INLINE("Buffer::Buffer"); other.size_ = 0; }
  Buffer &operator=(Buffer &&other) noexcept;
  ~Buffer() = default;
  explicit operator bool() const { SPILE_SCOPE_INLINE("Buffer::operator bool"); return size_ != 0; }
  int size() const & { SPILE_SCOPE_INLINE("Buffer::size"); return size_; }
  int size() && { SPILE_SCOPE_INLINE("Buffer::size"); return -size_; }
  auto level() const -> Level { SPILE_SCOPE_INLINE("Buffer::level"); return level_; }

private:
  int size_ = 0;
  Level level_ = Level::high;
};

Buffer &Buffer::operator=(Buffer &&other) noexcept { SPILE_SCOPE("Buffer::operator=");
  std::swap(size_, other.size_);
  return *this;
}

struct Base {
  explicit Base(int a) : value(a) { SPILE_SCOPE_INLINE("Base::Base");}
  virtual ~Base();
  virtual int get() const { SPILE_SCOPE_INLINE("Base::get"); return value; }
  int value;
};
Base::~Base() { SPILE_SCOPE("Base::~Base");}

struct Derived final : Base {
  using Base::Base;
  ~Derived() override { SPILE_SCOPE_INLINE("Derived::~Derived");}
  int get() const noexcept override { SPILE_SCOPE_INLINE("Derived::get"); return value + 1; }
};

template <class... Ts> struct Sum;
template <> struct Sum<> {
  static int of() { SPILE_SCOPE_INLINE("Sum::of"); return 0; }
};
template <class T, class... Ts> struct Sum<T, Ts...> {
  static int of(T first, Ts... rest) { SPILE_SCOPE_INLINE("Sum::of"); return static_cast<int>(first) + Sum<Ts...>::of(rest...); }
};

template <class T, class U> auto add(T a, U b) -> decltype(a + b) { SPILE_SCOPE_INLINE("add"); return a + b; }
template <class F> auto call(F &&f) noexcept(noexcept(f())) -> decltype(f()) { SPILE_SCOPE_INLINE("call"); return std::forward<F>(f)(); }

constexpr int square(int a) { return a * a; }
static int &&moved(int &a) { SPILE_SCOPE("moved"); return static_cast<int &&>(a); }
static std::unique_ptr<Base> make(int a) { SPILE_SCOPE("make"); return std::unique_ptr<Base>(new Derived(a)); }
int operator"" _len(const char *text, std::size_t size) { SPILE_SCOPE("operator\"\"_len"); return text[0] + static_cast<int>(size); }
template <char... Cs> int operator"" _digits() { SPILE_SCOPE_INLINE("operator\"\"_digits"); return static_cast<int>(sizeof...(Cs)); }
static std::string u8name() { SPILE_SCOPE("u8name"); return u8R"x({ SPILE_SCOPE("no"); })x"; }

int main() { SPILE_SCOPE("main");
  Buffer one, two(5), three{1, 2, 3};
  one = std::move(two);
  Buffer four(std::move(three));
  int sum = one.size() + Buffer(7).size() + (three ? 1 : 2) + (four.level() == Level::high ? 10 : 20);
  int array[square(2)] = {};
  int n = 4;
  sum += make(3)->get() + Sum<int, long, char>::of(1, 2L, 'a') + static_cast<int>(add(1, 2.5)) + moved(n);
  sum += call([&n] { SPILE_SCOPE_INLINE("main::(lambda)"); return n + 1; }) + call([] { SPILE_SCOPE_INLINE("main::(lambda)"); return 3; }) + "abc"_len + 12345_digits;
  std::printf("%d %d %d\n", sum, static_cast<int>(sizeof(array) / sizeof(int)), static_cast<int>(u8name().size()));
  return 0;
}
