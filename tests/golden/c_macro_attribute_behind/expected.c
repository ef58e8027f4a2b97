// The same, behind the place where the header is read.
#include <stdio.h>
#include <spile/scope.h>
#define __attribute__(x)
static int twice(int a) __attribute__((noinline));
static int twice(int a) { SPILE_SCOPE("twice"); return a * 2; }

int main(void) { SPILE_SCOPE("main");
  printf("%d\n", twice(1));
  return 0;
}
