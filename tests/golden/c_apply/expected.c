/* GCC's __builtin_apply and its like. */
#include <stdio.h>
#include <spile/scope.h>
static int sum(int a, int b) { SPILE_SCOPE("sum"); return a + b; }

static int forwarded(int a, int b) {
  void *arguments = __builtin_apply_args();
  __builtin_return(__builtin_apply((void (*)())sum, arguments, 64));
}

static int beside(int a) { SPILE_SCOPE("beside");
  {
    if (a > 3)
      return a + sum(a, 1);
  }
  return 0;
}

int main(void) { SPILE_SCOPE("main");
  printf("%d %d\n", forwarded(3, 4), beside(5));
  return 0;
}
