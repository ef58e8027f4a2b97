// Functions made visible for a test: no variable in a body can be static any more.
#include <stdio.h>
#include <spile/scope.h>
#define static
static int twice(int a) { SPILE_SCOPE("twice"); return a * 2; }

int main(void) { SPILE_SCOPE("main");
  printf("%d\n", twice(1));
  return 0;
}
