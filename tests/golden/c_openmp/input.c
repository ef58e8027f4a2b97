// Parallel regions: what is called in them is counted on each thread.
#include <omp.h>
#include <stdio.h>

static long square(long a) { return a * a; }

static long sum(int n) {
  long total = 0;
#pragma omp parallel for reduction(+ : total) num_threads(4) schedule(dynamic)
  for (int i = 0; i < n; ++i)
    total += square(i);
  return total;
}

static int sections(void)
{
  int a = 0, b = 0;
#pragma omp parallel sections num_threads(2)
  {
#pragma omp section
    a = (int)square(2);
#pragma omp section
    b = (int)square(3);
  }
  return a + b;
}

static int once(int threads) {
  int made = 0;
#pragma omp parallel num_threads(threads)
#pragma omp single
  {
    for (int i = 0; i < 10; ++i)
#pragma omp task shared(made)
    {
      int one = (int)square(1);
#pragma omp atomic
      made += one;
    }
  }
  return made;
}

int main(void) {
  omp_set_dynamic(0);
  printf("%ld %d %d\n", sum(1000), sections(), once(3));
  return omp_in_parallel();
}
