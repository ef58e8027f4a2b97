extern "C" {
#include <stdio.h>

static int in_c(int a) { return a + 1; }

}
static const char *const text = R"x(
#include <spile/scope.h>

// not a comment
{ )x";
namespace app {

/* inside */
template <class T> T same(T a) { return a; }

}
int main() {

  printf("%d%s\n", in_c(1) + app::same(__LINE__), text);
  return 0;
}
