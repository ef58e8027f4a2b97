// Names that begin with spile_i_ are taken; the unit stays as it is.
#include <stdio.h>

static int count(int spile_i_module) { return spile_i_module + 1; }

int main(void) {
  printf("%d\n", count(1));
  return 0;
}
