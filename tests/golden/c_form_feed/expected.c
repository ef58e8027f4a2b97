#include <spile/scope.h> // Pages are parted by form feeds, as GNU programs do.
#include <stdio.h>

static int first_page(int a) { SPILE_SCOPE("first_page"); return a; }

static int second_page(int a)
{ SPILE_SCOPE("second_page");
  return a;
}
int main(void) { SPILE_SCOPE("main");
  printf("%d %d\n", first_page(1), second_page(2));
  return 0;
}
