// Pragmas that a compiler takes only at the start of a block, before its declarations.
#include <stdio.h>

static double exact(double a, double b, double c) {
#pragma STDC FP_CONTRACT OFF
  double product = a * b;
  return product + c;
}

static double other(double a)
{
#pragma STDC FP_CONTRACT ON

  return a * a + a;
}

static double operators(double a) { _Pragma("STDC FP_CONTRACT OFF") return a * a + a; }

static double commented(double a) { // the environment
  /* is read */
#  pragma STDC FENV_ACCESS ON
  return a / 3;
}

static double of_clang(double a) {
#pragma clang fp contract(fast)
  return a * a + a;
}

// Elsewhere in the body they concern nothing else.
static double nested(double a) {
  if (a > 0) {
#pragma STDC FP_CONTRACT OFF
    a = a * a + a;
  }
  return a;
}

#pragma GCC diagnostic push
static int diagnosed(int a) {
#pragma GCC diagnostic ignored "-Wunused-variable"
  int unused;
#pragma GCC diagnostic pop
  return a;
}

int main(void) {
  printf("%.1f %.1f %.1f\n", exact(1, 2, 3), other(2), nested(3));
  printf("%.1f %.1f %.1f\n", operators(1), commented(3), of_clang(1));
  return diagnosed(0);
}
