// Attributes that change how a function is called, placed or optimised.
#include <stdio.h>
#include <stdlib.h>
#include <spile/scope.h>
__attribute__((ms_abi, noinline)) static int ms(int a, int b, int c, int d, int e) { SPILE_SCOPE("ms"); return a + b + c + d + e; }
__attribute__((force_align_arg_pointer)) static int aligned(int a) { SPILE_SCOPE("aligned"); return a; }
__attribute__((pure, noinline)) static int pure(const int *a) { SPILE_SCOPE("pure"); return *a; }
__attribute__((returns_twice, noinline)) static int twice(int a) { SPILE_SCOPE("twice"); return a; }
__attribute__((noipa)) static int alone(int a) { SPILE_SCOPE("alone"); return a; }
__attribute__((optimize("Os,no-omit-frame-pointer"))) static int smaller(int a) { SPILE_SCOPE("smaller"); return a; }
__attribute__((optnone, minsize)) static int as_clang(int a) { SPILE_SCOPE("as_clang"); return a; }
__attribute__((no_stack_protector, no_sanitize("address"))) static int unprotected(int a) { SPILE_SCOPE("unprotected"); return a; }
__attribute__((patchable_function_entry(4))) static int patchable(int a) { SPILE_SCOPE("patchable"); return a; }
__attribute__((zero_call_used_regs("all"))) static int zeroed(int a) { SPILE_SCOPE("zeroed"); return a; }
__attribute__((malloc, alloc_size(1), returns_nonnull)) static void *made(size_t n) { SPILE_SCOPE("made"); return calloc(1, n); }
__attribute__((nonnull, access(read_only, 1))) static int read_only(const int *a) { SPILE_SCOPE("read_only"); return *a; }
__attribute__((format(printf, 1, 2))) static int formatted(const char *format, ...) { SPILE_SCOPE("formatted"); return format[0]; }
__attribute__((hot, leaf, nothrow)) static int hot(int a) { SPILE_SCOPE("hot"); return a; }
__attribute__((deprecated, unused)) static int unused(int a) { SPILE_SCOPE("unused"); return a; }
__attribute__((no_instrument_function)) static int left(int a) { return a; }
__attribute__((annotate("spile"))) static int taken(int a) { SPILE_SCOPE("taken"); return a; }
__attribute__((copy(alone))) static int copied(int a) { SPILE_SCOPE("copied"); return a; }

__attribute__((weak)) int weak(int a) { SPILE_SCOPE("weak"); return a; }
int aliased(int a) __attribute__((alias("weak")));
static int reference(int a) __attribute__((weakref("weak")));

int main(void) { SPILE_SCOPE("main");
  int one = 1;
  void *p = made(1);
  printf("%d %d %d %d\n", ms(1, 2, 3, 4, 5), aligned(2), pure(&one), twice(3));
  printf("%d %d %d %d\n", alone(1), smaller(2), as_clang(3), unprotected(4));
  printf("%d %d %d %d\n", patchable(1), zeroed(2), read_only(&one), formatted("%d", 1));
  printf("%d %d %d %d\n", hot(1), left(2), taken(3), copied(4));
  printf("%d %d %d\n", weak(1), aliased(2), reference(3));
  free(p);
  return 0;
}
