// A file that includes itself, as templates in C are made.
#ifndef NAME
#include <stdio.h>

#define NAME int_most
#define TYPE int
#include "input.c"
#undef NAME
#undef TYPE
#define NAME long_most
#define TYPE long
#include "input.c"

int main(void) {
  printf("%d %ld %d\n", int_most(1, 2), long_most(4, 3), __LINE__);
  return 0;
}

#else
static TYPE NAME(TYPE a, TYPE b) { return a > b ? a : b; }
#endif
