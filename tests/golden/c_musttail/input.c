// Nothing may run behind a call that must replace its caller.
#include <stdio.h>

static int last(int a) { return a * 2; }

static int step(int a) {
  if (a < 100)
    __attribute__((musttail)) return last(a);
  return a;
}

static int plain(int a) { return step(a); }

int main(void) {
  printf("%d %d\n", plain(1), plain(200));
  return 0;
}
