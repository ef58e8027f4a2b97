// Nothing may run behind a call that must replace its caller.
#include <stdio.h>
#include <spile/scope.h>
static int last(int a) { SPILE_SCOPE("last"); return a * 2; }

static int step(int a) {
  if (a < 100)
    __attribute__((musttail)) return last(a);
  return a;
}

static int plain(int a) { SPILE_SCOPE("plain"); return step(a); }

int main(void) { SPILE_SCOPE("main");
  printf("%d %d\n", plain(1), plain(200));
  return 0;
}
