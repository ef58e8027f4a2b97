#pragma omp declare simd

static double scaled(double a) { return a * 2; }

int printf(const char *format, ...);

static double sum(const double *v, int n) {
  double total = 0;
#pragma omp simd reduction(+ : total)
  for (int i = 0; i < n; ++i)
    total += v[i];
  return total;
}

int main(void) {
  double v[] = {1, 2, 3, 4};
  printf("%.0f %.0f\n", sum(v, 4), scaled(3));
  return 0;
}
