// A static resolver with C linkage, which GCC knows by its plain name.
#include <cstdio>
#include <spile/scope.h>
static int implementation(int a) { SPILE_SCOPE("implementation"); return a + 7; }
extern "C" {
static int (*resolve())(int) { return implementation; }
int resolved(int a) __attribute__((ifunc("resolve")));
}
// Of the same name, but no resolver.
namespace other {
static int resolve(int a) { SPILE_SCOPE("other::resolve"); return a; }
} // namespace other

int main() { SPILE_SCOPE("main");
  std::printf("%d\n", resolved(1) + other::resolve(2));
  return 0;
}
