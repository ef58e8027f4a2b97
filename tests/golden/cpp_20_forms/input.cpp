// What functions may look like since C++20.
#include <compare>
#include <concepts>
#include <cstdio>
#include <string>
#include <vector>

template <class T> concept Number = std::integral<T> || std::floating_point<T>;
template <class T> concept Named = requires(const T &t) {
  { t.name() } -> std::convertible_to<std::string>;
};

template <Number T> T half(T a) { return a / 2; }
template <class T> requires Named<T> std::string name_of(const T &t) { return t.name(); }
template <class T> std::string name_of(const T &) requires(!Named<T>) { return "none"; }
auto biggest(Number auto a, Number auto b) -> int { return static_cast<int>(a > b ? a : b); }
template <class T> int kind(const T &t) {
  if constexpr (requires { t.size(); })
    return static_cast<int>(t.size());
  else
    return -1;
}

struct Version {
  int major_number = 0, minor_number = 0;
  auto operator<=>(const Version &) const = default;
  std::string name() const { return std::to_string(major_number); }
};
struct Loose {
  int value;
  std::weak_ordering operator<=>(const Loose &o) const { return value / 10 <=> o.value / 10; }
  bool operator==(const Loose &o) const { return (*this <=> o) == 0; }
};

template <class T> struct Wrap {
  explicit(!std::integral<T>) Wrap(T t) : value(t) {}
  ~Wrap() requires(sizeof(T) == 1) { ++small; }
  ~Wrap() { ++large; }
  int get() const requires std::integral<T> { return static_cast<int>(value); }
  int get() const { return -5; }
  T value;
  static inline int small = 0, large = 0;
};

consteval int at_compile_time(int a) { return a * 3; }
constexpr int either_time(int a) { return std::is_constant_evaluated() ? 1 : a; }
constinit static int start = at_compile_time(2);

enum class Color { red, green };
static int color(Color c) {
  using enum Color;
  switch (c) {
  case red: return 1;
  case green: return 2;
  }
  return 0;
}

[[nodiscard("it counts")]] static int counted(char8_t c) { return c; }
struct Point { int x, y; };
static int sum_of(Point p) { return p.x + p.y; }

int main() {
  auto first = []<class T>(const std::vector<T> &v) { std::string s(v.size(), 'x'); return static_cast<int>(s.size()); };
  Version old{1, 2}, young{1, 3};
  int sum = (old < young) + (old != young) * 2 + (Loose{11} == Loose{19}) * 4 + (Loose{1} < Loose{25}) * 8;
  sum += half(7) + static_cast<int>(half(9.0)) + biggest(1, 2.5) + kind(std::string("abc")) + kind(3);
  {
    Wrap<char> small('a');
    Wrap<int> implicit = 4;
    Wrap<double> large(1.5);
    sum += small.get() + implicit.get() + large.get();
  }
  sum += Wrap<char>::small * 100 + Wrap<int>::large * 1000 + Wrap<double>::large * 10000;
  sum += start + either_time(7) + color(Color::green) + counted(u8'a') + sum_of({.x = 1, .y = 2}) + first(std::vector<int>(3));
  std::printf("%d %s %s\n", sum, name_of(old).c_str(), name_of(3).c_str());
  return 0;
}
