// Names that begin with spile_i_ are taken; the unit stays as it is.
#include <stdio.h>
#include <spile/scope.h>
static int count(int spile_i_module) { SPILE_SCOPE("count"); return spile_i_module + 1; }

int main(void) { SPILE_SCOPE("main");
  printf("%d\n", count(1));
  return 0;
}
