// The only free line lies where code is made for another processor.
#include <stdio.h>
#pragma GCC push_options
#pragma GCC target("avx2")
#pragma GCC optimize("O3")

static int under(int a) { return a + 1; }
#pragma GCC pop_options
static int behind(int a) { return a + 2; }
int main(void) {
  printf("%d %d\n", under(1), behind(1));
  return 0;
}
