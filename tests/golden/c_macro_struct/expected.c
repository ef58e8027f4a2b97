// A keyword that means something else.
#include <stdio.h>
#include <spile/scope.h>
#define struct union
struct both {
  int a;
  float b;
};
static int size(struct both both) { SPILE_SCOPE("size"); return (int)sizeof both; }

int main(void) { SPILE_SCOPE("main");
  struct both both = {0};
  printf("%d\n", size(both));
  return 0;
}
