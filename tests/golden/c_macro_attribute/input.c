// As portable code does for compilers that are not GCC.
#include <stdio.h>
#define __attribute__(x)

static int twice(int a) { return a * 2; }

int main(void) {
  printf("%d\n", twice(1));
  return 0;
}
