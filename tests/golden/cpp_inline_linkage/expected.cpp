// Inline functions of every linkage hold the site of their own: merged ones, weak ones,
// static ones in classes and namespaces.
#include <cstdio>
#include <spile/scope.h>
inline int merged(int a) { SPILE_SCOPE_INLINE("merged"); return a + 1; }
static inline int hidden(int a) { SPILE_SCOPE_INLINE("hidden"); return a + 2; }
__attribute__((weak)) int weak(int a) { SPILE_SCOPE("weak"); return a + 3; }
inline __attribute__((weak)) int weak_merged(int a) { SPILE_SCOPE_INLINE("weak_merged"); return a + 4; }
__attribute__((noinline)) inline int not_inlined(int a) { SPILE_SCOPE_INLINE("not_inlined"); return a + 6; }
inline __attribute__((visibility("hidden"))) int hidden_symbol(int a) { SPILE_SCOPE_INLINE("hidden_symbol"); return a + 7; }
namespace {
inline int unnamed(int a) { SPILE_SCOPE_INLINE("(anonymous namespace)::unnamed"); return a + 8; }
template <class T> inline T unnamed_template(T a) { SPILE_SCOPE_INLINE("(anonymous namespace)::unnamed_template"); return a + 9; }
} // namespace
template <class T> static T static_template(T a) { SPILE_SCOPE_INLINE("static_template"); return a + 10; }
template <> inline int static_template(int a) { SPILE_SCOPE_INLINE("static_template"); return a + 11; }
template <class T> __attribute__((weak)) T weak_template(T a) { SPILE_SCOPE_INLINE("weak_template"); return a + 12; }
template <> int weak_template(int a) { SPILE_SCOPE("weak_template"); return a + 13; }
inline namespace v1 { inline int nested(int a) { SPILE_SCOPE_INLINE("v1::nested"); return a + 14; } }

struct Members {
  static int in_class(int a) { SPILE_SCOPE_INLINE("Members::in_class"); return a + 15; }
  static int later(int a);
  template <class T> static T of_template(T a);
  int local() const;
};
inline int Members::later(int a) { SPILE_SCOPE_INLINE("Members::later"); return a + 16; }
template <class T> inline T Members::of_template(T a) { SPILE_SCOPE_INLINE("Members::of_template"); return a + 17; }
inline int Members::local() const { SPILE_SCOPE_INLINE("Members::local");
  struct Local {
    static int get(int a) { SPILE_SCOPE_INLINE("Members::local::Local::get"); return a + 18; }
  };
  static int calls = 0;
  return Local::get(++calls);
}
inline int (*const pointer)(int) = [](int a) { SPILE_SCOPE_INLINE("(lambda)"); static int sum = 0; return sum += a; };
template <class T> inline int (*variable)(T) = [](T a) { SPILE_SCOPE_INLINE("(lambda)"); static int sum = 0; return sum += static_cast<int>(a); };

int main() { SPILE_SCOPE("main");
  int sum = merged(1) + hidden(1) + weak(1) + weak_merged(1) + not_inlined(1) + hidden_symbol(1);
  sum += unnamed(1) + unnamed_template(1) + static_template(1) + static_cast<int>(static_template(1L)) + weak_template(1);
  sum += static_cast<int>(weak_template(1L)) + nested(1) + Members::in_class(1) + Members::later(1);
  sum += Members::of_template(1) + Members().local() + pointer(3) + variable<int>(4) + variable<long>(5);
  std::printf("%d\n", sum);
  return 0;
}
