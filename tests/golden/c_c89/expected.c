/* C89: declarations first, K&R definitions, no // comments. */
#include <stdio.h>
#include <spile/scope.h>
static int add(a, b)
int a;
int b;
{ SPILE_SCOPE("add");
  int sum = a;
  sum += b;
  return sum;
}

static int declared(void) { SPILE_SCOPE("declared");
  static int calls;
  int i, sum = 0;
  for (i = 0; i < 3; i++)
    sum += add(i, ++calls);
  return sum;
}

int main(void) { SPILE_SCOPE("main");
  printf("%d\n", declared() + declared());
  return 0;
}
