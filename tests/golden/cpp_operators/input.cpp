// Every operator that can be a function; conversions; literals.
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace math {

class Num {
public:
  using Function = int (*)(int);
  Num(int v = 0) : v_(v) {}
  Num operator-() const { return -v_; }
  Num operator~() const { return ~v_; }
  bool operator!() const { return v_ == 0; }
  Num &operator++() { ++v_; return *this; }
  Num operator++(int) { return v_++; }
  Num &operator--();
  Num operator--(int);
  Num &operator=(int v) { v_ = v; return *this; }
  Num &operator+=(Num o) { v_ += o.v_; return *this; }
  Num &operator<<=(int n) { v_ <<= n; return *this; }
  Num operator%(Num o) const { return v_ % o.v_; }
  Num operator<<(int n) const { return v_ << n; }
  int operator()() const { return v_; }
  int operator()(int a, int b) const { return v_ + a * b; }
  int operator[](const char *word) const { return word[v_]; }
  const Num *operator->() const { return this; }
  Num operator->*(int Num::*) const { return 9; }
  int operator*() const { return v_; }
  Num *operator&() { return this; }
  Num operator,(Num o) const { return v_ * 10 + o.v_; }
  explicit operator bool() const { return v_ != 0; }
  explicit operator long() const { return v_; }
  operator const char &() const { return "n"[0]; }
  operator Function() const { return &Num::fixed; }
  friend bool operator==(Num a, Num b) { return a.v_ == b.v_; }
  friend bool operator<(Num, Num);
  friend Num operator+(Num a, Num b);
  static int fixed(int a) { return a + 1; }
  static void *operator new(std::size_t n) { return std::malloc(n); }
  static void operator delete(void *p) noexcept { std::free(p); }
  static void *operator new[](std::size_t n, int) { return std::malloc(n); }
  static void operator delete[](void *p) { std::free(p); }

private:
  int v_;
};

Num &Num::operator--() { --v_; return *this; }
Num Num::operator--(int) { return v_--; }
bool operator<(Num a, Num b) { return a.v_ < b.v_; }
Num operator+(Num a, Num b) { return Num(a.v_ + b.v_); }
bool operator&&(Num a, Num b) { return a() && b(); }
bool operator||(Num a, Num b) { return a() || b(); }

inline namespace literals {
Num operator""_n(unsigned long long v) { return static_cast<int>(v); }
long double operator""_half(long double v) { return v / 2; }
int operator""_c(char c) { return c; }
std::size_t operator""_s(const char *, std::size_t n) { return n; }
int operator""_raw(const char *text) { return text[1]; }
template <char... Cs> int operator""_chars() { return static_cast<int>(sizeof...(Cs)); }
} // namespace literals

} // namespace math

int main() {
  using namespace math;
  Num a(5), b = -a, c;
  ++a; a++; --a; a--;
  c = 3;
  c += a;
  c <<= 1;
  int sum = (~b)() + !c + (a % c)() + (c << 2)() + a(2, 3) + Num(1)["xyz"] + a->fixed(1);
  sum += (a->*static_cast<int Num::*>(nullptr))() + *a + (*&a)() + (a, b)() + (a ? 1 : 2);
  sum += (a == b) + (a < b) + (a + b)() + (a && b) + (a || b) + a(3);
  sum += static_cast<int>(static_cast<long>(a)) + static_cast<const char &>(b);
  delete new Num(1);
  delete[] new (0) Num[2];
  sum += 12_n() + static_cast<int>(3.0_half) + 'a'_c + static_cast<int>("abc"_s) + 77_raw + 123_chars;
  std::printf("%d\n", sum);
  return 0;
}
