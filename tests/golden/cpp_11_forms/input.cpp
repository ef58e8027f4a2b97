// What functions may look like since C++11.
#include <cstdio>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>

enum class Level : unsigned char { low, high };

class Buffer {
public:
  Buffer() : Buffer(1) {}
  explicit Buffer(int size) : Buffer(size, Level::low) {}
  Buffer(int size, Level level) : size_{size}, level_{level} {}
  Buffer(std::initializer_list<int> sizes) {
    for (int s : sizes)
      size_ += s;
  }
  Buffer(const Buffer &) = delete;
  Buffer &operator=(const Buffer &) = delete;
  Buffer(Buffer &&other) noexcept : size_(other.size_) { other.size_ = 0; }
  Buffer &operator=(Buffer &&other) noexcept;
  ~Buffer() = default;
  explicit operator bool() const { return size_ != 0; }
  int size() const & { return size_; }
  int size() && { return -size_; }
  auto level() const -> Level { return level_; }

private:
  int size_ = 0;
  Level level_ = Level::high;
};

Buffer &Buffer::operator=(Buffer &&other) noexcept {
  std::swap(size_, other.size_);
  return *this;
}

struct Base {
  explicit Base(int a) : value(a) {}
  virtual ~Base();
  virtual int get() const { return value; }
  int value;
};
Base::~Base() {}

struct Derived final : Base {
  using Base::Base;
  ~Derived() override {}
  int get() const noexcept override { return value + 1; }
};

template <class... Ts> struct Sum;
template <> struct Sum<> {
  static int of() { return 0; }
};
template <class T, class... Ts> struct Sum<T, Ts...> {
  static int of(T first, Ts... rest) { return static_cast<int>(first) + Sum<Ts...>::of(rest...); }
};

template <class T, class U> auto add(T a, U b) -> decltype(a + b) { return a + b; }
template <class F> auto call(F &&f) noexcept(noexcept(f())) -> decltype(f()) { return std::forward<F>(f)(); }

constexpr int square(int a) { return a * a; }
static int &&moved(int &a) { return static_cast<int &&>(a); }
static std::unique_ptr<Base> make(int a) { return std::unique_ptr<Base>(new Derived(a)); }
int operator"" _len(const char *text, std::size_t size) { return text[0] + static_cast<int>(size); }
template <char... Cs> int operator"" _digits() { return static_cast<int>(sizeof...(Cs)); }
static std::string u8name() { return u8R"x({ SPILE_SCOPE("no"); })x"; }

int main() {
  Buffer one, two(5), three{1, 2, 3};
  one = std::move(two);
  Buffer four(std::move(three));
  int sum = one.size() + Buffer(7).size() + (three ? 1 : 2) + (four.level() == Level::high ? 10 : 20);
  int array[square(2)] = {};
  int n = 4;
  sum += make(3)->get() + Sum<int, long, char>::of(1, 2L, 'a') + static_cast<int>(add(1, 2.5)) + moved(n);
  sum += call([&n] { return n + 1; }) + call([] { return 3; }) + "abc"_len + 12345_digits;
  std::printf("%d %d %d\n", sum, static_cast<int>(sizeof(array) / sizeof(int)), static_cast<int>(u8name().size()));
  return 0;
}
