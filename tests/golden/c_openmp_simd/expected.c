#include <spile/scope.h>
#line 1
#pragma omp declare simd

static double scaled(double a) { SPILE_SCOPE("scaled"); return a * 2; }

int printf(const char *format, ...);

static double sum(const double *v, int n) { SPILE_SCOPE("sum");
  double total = 0;
#pragma omp simd reduction(+ : total)
  for (int i = 0; i < n; ++i)
    total += v[i];
  return total;
}

int main(void) { SPILE_SCOPE("main");
  double v[] = {1, 2, 3, 4};
  printf("%.0f %.0f\n", sum(v, 4), scaled(3));
  return 0;
}
