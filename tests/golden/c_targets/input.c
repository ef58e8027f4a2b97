// Resolvers and functions in several versions are left out; what they lead to is timed.
#include <stdio.h>

static int fast(int a) { return a * 2; }
static int slow(int a) { return a + a; }

typedef int function(int);

__attribute__((used)) static function *resolve(void) { return sizeof(void *) == 8 ? fast : slow; }

int chosen(int a) __attribute__((ifunc("resolve")));

__attribute__((target_clones("avx2", "default"))) int cloned(int a) { return fast(a) + 1; }

__attribute__((target("sse4.2"))) static int one_target(int a) { return a + 2; }

__attribute__((optimize("O0"))) static int not_optimised(int a) { return a + 3; }

#pragma GCC push_options
#pragma GCC optimize("O1")
static int by_pragma(int a) { return a + 4; }
#pragma GCC pop_options

int main(void) {
  printf("%d %d %d\n", chosen(1), chosen(2), cloned(3));
  printf("%d %d %d\n", one_target(1), not_optimised(1), by_pragma(1));
  return slow(0);
}
