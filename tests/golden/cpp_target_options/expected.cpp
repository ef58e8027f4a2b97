// Functions with options of their own that allow more than the file: the inserted text is
// inlined into each of them.
#include <cstdio>
#include <spile/scope.h>
__attribute__((target("sse3"))) static int more(int a) { SPILE_SCOPE("more"); return a + 1; }
__attribute__((target("tune=skylake"))) static int tuned(int a) { SPILE_SCOPE("tuned"); return a + 5; }
__attribute__((optimize("O0"))) static int not_optimised(int a) { SPILE_SCOPE("not_optimised"); return a + 6; }
__attribute__((optimize("Os", "no-inline"))) static int small(int a) { SPILE_SCOPE("small"); return a + 7; }
__attribute__((no_sanitize("address", "undefined"))) static int not_sanitised(int a) { SPILE_SCOPE("not_sanitised"); return a + 8; }
__attribute__((no_stack_protector)) static int not_protected(int a) { SPILE_SCOPE("not_protected"); return a + 9; }
__attribute__((noclone, noinline, noipa)) static int alone(int a) { SPILE_SCOPE("alone"); return a + 10; }
__attribute__((no_profile_instrument_function)) static int not_profiled(int a) { SPILE_SCOPE("not_profiled"); return a + 11; }

#pragma GCC push_options
#pragma GCC optimize("O3")
#pragma GCC target("ssse3")
static int in_pragmas(int a) { SPILE_SCOPE("in_pragmas"); return a + 12; }
#pragma GCC pop_options

int main() { SPILE_SCOPE("main");
  int sum = more(1) + tuned(1) + not_optimised(1) + small(1) + not_sanitised(1) + not_protected(1);
  sum += alone(1) + not_profiled(1) + in_pragmas(1);
  std::printf("%d\n", sum);
  return 0;
}
