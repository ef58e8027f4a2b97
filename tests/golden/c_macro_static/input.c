// Functions made visible for a test: no variable in a body can be static any more.
#include <stdio.h>

#define static
static int twice(int a) { return a * 2; }

int main(void) {
  printf("%d\n", twice(1));
  return 0;
}
