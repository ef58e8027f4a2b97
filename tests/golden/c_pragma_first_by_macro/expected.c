// A pragma that must stand first in a block, from a macro.
#include <stdio.h>
#include <spile/scope.h>
#define EXACT _Pragma("STDC FP_CONTRACT OFF")
#define NO_WARNING _Pragma("GCC diagnostic ignored \"-Wunused-variable\"")

static double exact(double a) { EXACT return a * a + a; }

static double other(double a) { SPILE_SCOPE("other"); NO_WARNING return a * a + a; }

int main(void) { SPILE_SCOPE("main");
  printf("%.1f %.1f\n", exact(1), other(1));
  return 0;
}
