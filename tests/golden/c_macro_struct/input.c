// A keyword that means something else.
#include <stdio.h>

#define struct union
struct both {
  int a;
  float b;
};
static int size(struct both both) { return (int)sizeof both; }

int main(void) {
  struct both both = {0};
  printf("%d\n", size(both));
  return 0;
}
