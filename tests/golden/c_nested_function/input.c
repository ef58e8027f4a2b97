// GCC's nested functions: Clang's parser knows none, so the unit stays as it is.
#include <stdio.h>

static int apply(int (*f)(int), int to) {
  return f(to);
}

static int sum(int from, int to) {
  int total = 0;
  int add(int a) {
    total += a;
    return total;
  }
  for (int i = from; i <= to; ++i)
    apply(add, i);
  return total;
}

int main(void) {
  printf("%d %d\n", sum(1, 10), __LINE__);
  return sum(1, 3);
}
