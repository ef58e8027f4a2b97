// Lines end as on Windows.
#include <stdio.h>

static int line(void)
{
  return __LINE__;
}

int main(void) {
  printf("%d %d\n", line(), __LINE__);
  return 0;
}
