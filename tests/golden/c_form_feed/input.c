// Pages are parted by form feeds, as GNU programs do.
#include <stdio.h>

static int first_page(int a) { return a; }

static int second_page(int a)
{
  return a;
}
int main(void) {
  printf("%d %d\n", first_page(1), second_page(2));
  return 0;
}
