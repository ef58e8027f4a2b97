// Without a configuration: everything but tiny leaves.
#include <stdio.h>

static int leaf(int a) { return a + 1; }

static int caller(int a) { return leaf(a) * 2; }

static int loop(int n) {
  int sum = 0;
  while (n > 0)
    sum += n--;
  return sum;
}

__attribute__((no_instrument_function)) static int left_out(int a) {
  return caller(a) + loop(a);
}

__attribute__((annotate("spile"))) static int asked_for(int a) { return a - 1; }

int main(void) {
  printf("%d\n", caller(1) + loop(3) + left_out(2) + asked_for(1));
  return 0;
}
