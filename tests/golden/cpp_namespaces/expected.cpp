// Scopes: unnamed, inline, nested and reopened namespaces, language linkage, names that
// hide each other. The name says the scopes, inline ones too.
#include <cstdio>
#include <spile/scope.h>
int same(int a) { SPILE_SCOPE("same"); return a; }
static int same(int a, int b) { SPILE_SCOPE("same"); return a * b; }

namespace {
int same(long a) { SPILE_SCOPE("(anonymous namespace)::same"); return static_cast<int>(a) + 1; }
namespace inner {
int same(int a) { SPILE_SCOPE("(anonymous namespace)::inner::same"); return a + 2; }
} // namespace inner
class Hidden {
public:
  int same(int a) const { SPILE_SCOPE_INLINE("(anonymous namespace)::Hidden::same"); return a + 3; }
};
} // namespace

namespace lib {
inline namespace v2 {
int same(int a) { SPILE_SCOPE("lib::v2::same"); return a + 4; }
struct Arg {
  int value;
};
int by_argument(Arg a) { SPILE_SCOPE("lib::v2::by_argument"); return a.value; }
} // namespace v2
namespace v1 {
int same(int a) { SPILE_SCOPE("lib::v1::same"); return a + 5; }
} // namespace v1
namespace detail::deep { int same(int a) { SPILE_SCOPE("lib::detail::deep::same"); return a + 6; } }
} // namespace lib

namespace lib {
// Reopened.
int later(int a);
namespace v1 { int again(int a) { SPILE_SCOPE("lib::v1::again"); return same(a) + 1; } }
} // namespace lib
int lib::later(int a) { SPILE_SCOPE("lib::later"); return detail::deep::same(a) + 7; }
namespace alias = lib::detail;

extern "C" {
int c_one(int a) { SPILE_SCOPE("c_one"); return a + 8; }
static int c_hidden(int a) { SPILE_SCOPE("c_hidden"); return a + 9; }
namespace in_c {
int c_two(int a) { SPILE_SCOPE("in_c::c_two"); return c_hidden(a); }
}
extern "C++" {
template <class T> T cxx_again(T a) { SPILE_SCOPE_INLINE("cxx_again"); return a; }
int overloaded(int a) { SPILE_SCOPE("overloaded"); return cxx_again(a); }
int overloaded(char a) { SPILE_SCOPE("overloaded"); return cxx_again(a); }
}
}
extern "C" int c_three(int a) noexcept { SPILE_SCOPE("c_three"); return a + 10; }
extern "C" typedef int Callback(int);

struct Outer {
  struct Inner {
    static int same(int a) { SPILE_SCOPE_INLINE("Outer::Inner::same"); return a + 11; }
    class Deepest;
  };
  friend int found_by_argument(const Outer &) { SPILE_SCOPE_INLINE("found_by_argument"); return 12; }
  static Callback *callback() { SPILE_SCOPE_INLINE("Outer::callback"); return &c_three; }
};
class Outer::Inner::Deepest {
public:
  static int same(int a);
};
int Outer::Inner::Deepest::same(int a) { SPILE_SCOPE("Outer::Inner::Deepest::same"); return a + 13; }

// Unqualified, it finds the unnamed namespace's too.
static int from_here() { SPILE_SCOPE("from_here"); return same(2L); }

int main() { SPILE_SCOPE("main");
  using lib::same;
  int sum = ::same(1) + ::same(2, 3) + from_here() + inner::same(1) + Hidden().same(1);
  sum += same(1) + lib::v1::again(1) + lib::later(1) + alias::deep::same(1) + by_argument(lib::Arg{2});
  sum += c_one(1) + in_c::c_two(1) + overloaded(1) + overloaded('a') + Outer::callback()(1);
  sum += Outer::Inner::same(1) + found_by_argument(Outer()) + Outer::Inner::Deepest::same(1);
  std::printf("%d\n", sum);
  return 0;
}
