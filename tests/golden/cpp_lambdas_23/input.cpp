// Since C++23 nearly every lambda may be constexpr, even one with a static variable in it.
// Only those that can never be evaluated at compile time are timed.
#include <cstdio>
#include <string>

static int timed(int a) { return a + 1; }

int main() {
  auto calls_timed = [](int a) { return timed(a); };
  auto with_static = [](int a) { static int sum = 0; return sum += a; };
  auto said_so = [](int a) constexpr { static int sum = 1; return sum *= a; };
  auto with_parens = [] -> int { return 4; };
  auto with_string = [](const std::string &s) { std::string copy = s; return static_cast<int>(copy.size()); };
  static_assert([](int a) { if consteval { return a; } else { return timed(a); } }(3) == 3);
  std::printf("%d\n", calls_timed(1) + with_static(2) + with_static(2) + said_so(3) + with_parens() + with_string("abc"));
  return 0;
}
