// Recursion and tail calls under -O2: each call is counted, however it was compiled.
#include <stdio.h>

static int leaf(int a) { return a + 1; }

static int tail(int a) { return leaf(a); }

static int sum(int n, int so_far) { return n == 0 ? so_far : sum(n - 1, so_far + n); }

static int fibonacci(int n) { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }

static int odd(unsigned n);
static int even(unsigned n) { return n == 0 ? 1 : odd(n - 1); }
static int odd(unsigned n) { return n == 0 ? 0 : even(n - 1); }

static int ackermann(int m, int n) {
  if (m == 0)
    return n + 1;
  if (n == 0)
    return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}

static int through(int (*f)(int), int a) { return f(a); }

static void nothing(void) {}
static void calls_nothing(void) { nothing(); nothing(); }

__attribute__((noinline)) static int constant(int a) { return a * 7; }

int main(int argc, char **argv) {
  printf("%d %d %d\n", tail(1), sum(1000, 0), fibonacci(15));
  printf("%d %d %d\n", even(101), ackermann(2, 3), through(tail, 5));
  for (int i = 0; i < 100; ++i)
    calls_nothing();
  printf("%d\n", constant(argc));
  return argc > 1 ? main(argc - 1, argv) : 0;
}
