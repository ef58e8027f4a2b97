#include <spile/scope.h>
#line 1
extern "C" {
#include <stdio.h>

static int in_c(int a) { SPILE_SCOPE("in_c"); return a + 1; }

}
static const char *const text = R"x(
#include <spile/scope.h>

// not a comment
{ )x";
namespace app {

/* inside */
template <class T> T same(T a) { SPILE_SCOPE_INLINE("app::same"); return a; }

}
int main() { SPILE_SCOPE("main");

  printf("%d%s\n", in_c(1) + app::same(__LINE__), text);
  return 0;
}
