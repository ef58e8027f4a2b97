// As portable code does for compilers that are not GCC.
#include <stdio.h>
#define __attribute__(x)
#include <spile/scope.h>
static int twice(int a) { SPILE_SCOPE("twice"); return a * 2; }

int main(void) { SPILE_SCOPE("main");
  printf("%d\n", twice(1));
  return 0;
}
