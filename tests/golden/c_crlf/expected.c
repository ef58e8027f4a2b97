// Lines end as on Windows.
#include <stdio.h>
#include <spile/scope.h>
static int line(void)
{ SPILE_SCOPE("line");
  return __LINE__;
}

int main(void) { SPILE_SCOPE("main");
  printf("%d %d\n", line(), __LINE__);
  return 0;
}
