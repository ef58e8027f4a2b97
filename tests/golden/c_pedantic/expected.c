#include <spile/scope.h> /* Strict C89 without optimisation: no inline, no asm, no long long, no comments with //. */
int printf(const char *format, ...);

static int inline_(int inline1) { SPILE_SCOPE("inline_");
  int asm1 = inline1, typeof1 = asm1;
  return typeof1;
}

static int inline(int asm) { SPILE_SCOPE("inline");
  int typeof = asm;
  return typeof;
}

int main(void) { SPILE_SCOPE("main");
  printf("%d %d\n", inline_(1), inline(2));
  return 0;
}
