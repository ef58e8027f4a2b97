// Recursion and tail calls under -O2: each call is counted, however it was compiled.
#include <stdio.h>
#include <spile/scope.h>
static int leaf(int a) { SPILE_SCOPE("leaf"); return a + 1; }

static int tail(int a) { SPILE_SCOPE("tail"); return leaf(a); }

static int sum(int n, int so_far) { SPILE_SCOPE("sum"); return n == 0 ? so_far : sum(n - 1, so_far + n); }

static int fibonacci(int n) { SPILE_SCOPE("fibonacci"); return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }

static int odd(unsigned n);
static int even(unsigned n) { SPILE_SCOPE("even"); return n == 0 ? 1 : odd(n - 1); }
static int odd(unsigned n) { SPILE_SCOPE("odd"); return n == 0 ? 0 : even(n - 1); }

static int ackermann(int m, int n) { SPILE_SCOPE("ackermann");
  if (m == 0)
    return n + 1;
  if (n == 0)
    return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}

static int through(int (*f)(int), int a) { SPILE_SCOPE("through"); return f(a); }

static void nothing(void) { SPILE_SCOPE("nothing");}
static void calls_nothing(void) { SPILE_SCOPE("calls_nothing"); nothing(); nothing(); }

__attribute__((noinline)) static int constant(int a) { SPILE_SCOPE("constant"); return a * 7; }

int main(int argc, char **argv) { SPILE_SCOPE("main");
  printf("%d %d %d\n", tail(1), sum(1000, 0), fibonacci(15));
  printf("%d %d %d\n", even(101), ackermann(2, 3), through(tail, 5));
  for (int i = 0; i < 100; ++i)
    calls_nothing();
  printf("%d\n", constant(argc));
  return argc > 1 ? main(argc - 1, argv) : 0;
}
