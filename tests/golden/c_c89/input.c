/* C89: declarations first, K&R definitions, no // comments. */
#include <stdio.h>

static int add(a, b)
int a;
int b;
{
  int sum = a;
  sum += b;
  return sum;
}

static int declared(void) {
  static int calls;
  int i, sum = 0;
  for (i = 0; i < 3; i++)
    sum += add(i, ++calls);
  return sum;
}

int main(void) {
  printf("%d\n", declared() + declared());
  return 0;
}
