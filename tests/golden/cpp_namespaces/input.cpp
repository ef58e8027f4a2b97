// Scopes: unnamed, inline, nested and reopened namespaces, language linkage, names that
// hide each other. The name says the scopes, inline ones too.
#include <cstdio>

int same(int a) { return a; }
static int same(int a, int b) { return a * b; }

namespace {
int same(long a) { return static_cast<int>(a) + 1; }
namespace inner {
int same(int a) { return a + 2; }
} // namespace inner
class Hidden {
public:
  int same(int a) const { return a + 3; }
};
} // namespace

namespace lib {
inline namespace v2 {
int same(int a) { return a + 4; }
struct Arg {
  int value;
};
int by_argument(Arg a) { return a.value; }
} // namespace v2
namespace v1 {
int same(int a) { return a + 5; }
} // namespace v1
namespace detail::deep { int same(int a) { return a + 6; } }
} // namespace lib

namespace lib {
// Reopened.
int later(int a);
namespace v1 { int again(int a) { return same(a) + 1; } }
} // namespace lib
int lib::later(int a) { return detail::deep::same(a) + 7; }
namespace alias = lib::detail;

extern "C" {
int c_one(int a) { return a + 8; }
static int c_hidden(int a) { return a + 9; }
namespace in_c {
int c_two(int a) { return c_hidden(a); }
}
extern "C++" {
template <class T> T cxx_again(T a) { return a; }
int overloaded(int a) { return cxx_again(a); }
int overloaded(char a) { return cxx_again(a); }
}
}
extern "C" int c_three(int a) noexcept { return a + 10; }
extern "C" typedef int Callback(int);

struct Outer {
  struct Inner {
    static int same(int a) { return a + 11; }
    class Deepest;
  };
  friend int found_by_argument(const Outer &) { return 12; }
  static Callback *callback() { return &c_three; }
};
class Outer::Inner::Deepest {
public:
  static int same(int a);
};
int Outer::Inner::Deepest::same(int a) { return a + 13; }

// Unqualified, it finds the unnamed namespace's too.
static int from_here() { return same(2L); }

int main() {
  using lib::same;
  int sum = ::same(1) + ::same(2, 3) + from_here() + inner::same(1) + Hidden().same(1);
  sum += same(1) + lib::v1::again(1) + lib::later(1) + alias::deep::same(1) + by_argument(lib::Arg{2});
  sum += c_one(1) + in_c::c_two(1) + overloaded(1) + overloaded('a') + Outer::callback()(1);
  sum += Outer::Inner::same(1) + found_by_argument(Outer()) + Outer::Inner::Deepest::same(1);
  std::printf("%d\n", sum);
  return 0;
}
