// Functions compiled for a processor that knows less than the file's, or for another one:
// compilers inline nothing into them that was compiled as the file is.
#include <cstdio>

__attribute__((target("no-ssse3"))) static int less(int a) { return a + 1; }
__attribute__((target("no-ssse3,no-sse3"))) static int much_less(int a) { return a + 2; }
__attribute__((target("arch=x86-64-v3"))) int other_arch(int a) { return a + 3; }
__attribute__((target("general-regs-only"))) static int general(int a) { return a + 4; }
static int plain(int a) { return less(a) + much_less(a) + general(a); }

int (*volatile kept)(int) = other_arch;

int main() {
  std::printf("%d\n", plain(1));
  return 0;
}
