// The same, behind the place where the header is read.
#include <stdio.h>

#define __attribute__(x)
static int twice(int a) __attribute__((noinline));
static int twice(int a) { return a * 2; }

int main(void) {
  printf("%d\n", twice(1));
  return 0;
}
