// A static resolver with C linkage, which GCC knows by its plain name.
#include <cstdio>

static int implementation(int a) { return a + 7; }
extern "C" {
static int (*resolve())(int) { return implementation; }
int resolved(int a) __attribute__((ifunc("resolve")));
}
// Of the same name, but no resolver.
namespace other {
static int resolve(int a) { return a; }
} // namespace other

int main() {
  std::printf("%d\n", resolved(1) + other::resolve(2));
  return 0;
}
