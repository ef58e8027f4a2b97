// Every operator that can be a function; conversions; literals.
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <spile/scope.h>
namespace math {

class Num {
public:
  using Function = int (*)(int);
  Num(int v = 0) : v_(v) { SPILE_SCOPE_INLINE("math::Num::Num");}
  Num operator-() const { SPILE_SCOPE_INLINE("math::Num::operator-"); return -v_; }
  Num operator~() const { SPILE_SCOPE_INLINE("math::Num::operator~"); return ~v_; }
  bool operator!() const { SPILE_SCOPE_INLINE("math::Num::operator!"); return v_ == 0; }
  Num &operator++() { SPILE_SCOPE_INLINE("math::Num::operator++"); ++v_; return *this; }
  Num operator++(int) { SPILE_SCOPE_INLINE("math::Num::operator++"); return v_++; }
  Num &operator--();
  Num operator--(int);
  Num &operator=(int v) { SPILE_SCOPE_INLINE("math::Num::operator="); v_ = v; return *this; }
  Num &operator+=(Num o) { SPILE_SCOPE_INLINE("math::Num::operator+="); v_ += o.v_; return *this; }
  Num &operator<<=(int n) { SPILE_SCOPE_INLINE("math::Num::operator<<="); v_ <<= n; return *this; }
  Num operator%(Num o) const { SPILE_SCOPE_INLINE("math::Num::operator%"); return v_ % o.v_; }
  Num operator<<(int n) const { SPILE_SCOPE_INLINE("math::Num::operator<<"); return v_ << n; }
  int operator()() const { SPILE_SCOPE_INLINE("math::Num::operator()"); return v_; }
  int operator()(int a, int b) const { SPILE_SCOPE_INLINE("math::Num::operator()"); return v_ + a * b; }
  int operator[](const char *word) const { SPILE_SCOPE_INLINE("math::Num::operator[]"); return word[v_]; }
  const Num *operator->() const { SPILE_SCOPE_INLINE("math::Num::operator->"); return this; }
  Num operator->*(int Num::*) const { SPILE_SCOPE_INLINE("math::Num::operator->*"); return 9; }
  int operator*() const { SPILE_SCOPE_INLINE("math::Num::operator*"); return v_; }
  Num *operator&() { SPILE_SCOPE_INLINE("math::Num::operator&"); return this; }
  Num operator,(Num o) const { SPILE_SCOPE_INLINE("math::Num::operator,"); return v_ * 10 + o.v_; }
  explicit operator bool() const { SPILE_SCOPE_INLINE("math::Num::operator bool"); return v_ != 0; }
  explicit operator long() const { SPILE_SCOPE_INLINE("math::Num::operator long"); return v_; }
  operator const char &() const { SPILE_SCOPE_INLINE("math::Num::operator const char &"); return "n"[0]; }
  operator Function() const { SPILE_SCOPE_INLINE("math::Num::operator Function"); return &Num::fixed; }
  friend bool operator==(Num a, Num b) { SPILE_SCOPE_INLINE("math::operator=="); return a.v_ == b.v_; }
  friend bool operator<(Num, Num);
  friend Num operator+(Num a, Num b);
  static int fixed(int a) { SPILE_SCOPE_INLINE("math::Num::fixed"); return a + 1; }
  static void *operator new(std::size_t n) { SPILE_SCOPE_INLINE("math::Num::operator new"); return std::malloc(n); }
  static void operator delete(void *p) noexcept { SPILE_SCOPE_INLINE("math::Num::operator delete"); std::free(p); }
  static void *operator new[](std::size_t n, int) { SPILE_SCOPE_INLINE("math::Num::operator new[]"); return std::malloc(n); }
  static void operator delete[](void *p) { SPILE_SCOPE_INLINE("math::Num::operator delete[]"); std::free(p); }

private:
  int v_;
};

Num &Num::operator--() { SPILE_SCOPE("math::Num::operator--"); --v_; return *this; }
Num Num::operator--(int) { SPILE_SCOPE("math::Num::operator--"); return v_--; }
bool operator<(Num a, Num b) { SPILE_SCOPE("math::operator<"); return a.v_ < b.v_; }
Num operator+(Num a, Num b) { SPILE_SCOPE("math::operator+"); return Num(a.v_ + b.v_); }
bool operator&&(Num a, Num b) { SPILE_SCOPE("math::operator&&"); return a() && b(); }
bool operator||(Num a, Num b) { SPILE_SCOPE("math::operator||"); return a() || b(); }

inline namespace literals {
Num operator""_n(unsigned long long v) { SPILE_SCOPE("math::literals::operator\"\"_n"); return static_cast<int>(v); }
long double operator""_half(long double v) { SPILE_SCOPE("math::literals::operator\"\"_half"); return v / 2; }
int operator""_c(char c) { SPILE_SCOPE("math::literals::operator\"\"_c"); return c; }
std::size_t operator""_s(const char *, std::size_t n) { SPILE_SCOPE("math::literals::operator\"\"_s"); return n; }
int operator""_raw(const char *text) { SPILE_SCOPE("math::literals::operator\"\"_raw"); return text[1]; }
template <char... Cs> int operator""_chars() { SPILE_SCOPE_INLINE("math::literals::operator\"\"_chars"); return static_cast<int>(sizeof...(Cs)); }
} // namespace literals

} // namespace math

int main() { SPILE_SCOPE("main");
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
