// Resolvers and functions in several versions are left out; what they lead to is timed.
#include <stdio.h>
#include <spile/scope.h>
static int fast(int a) { SPILE_SCOPE("fast"); return a * 2; }
static int slow(int a) { SPILE_SCOPE("slow"); return a + a; }

typedef int function(int);

__attribute__((used)) static function *resolve(void) { return sizeof(void *) == 8 ? fast : slow; }

int chosen(int a) __attribute__((ifunc("resolve")));

__attribute__((target_clones("avx2", "default"))) int cloned(int a) { return fast(a) + 1; }

__attribute__((target("sse4.2"))) static int one_target(int a) { SPILE_SCOPE("one_target"); return a + 2; }

__attribute__((optimize("O0"))) static int not_optimised(int a) { SPILE_SCOPE("not_optimised"); return a + 3; }

#pragma GCC push_options
#pragma GCC optimize("O1")
static int by_pragma(int a) { SPILE_SCOPE("by_pragma"); return a + 4; }
#pragma GCC pop_options

int main(void) { SPILE_SCOPE("main");
  printf("%d %d %d\n", chosen(1), chosen(2), cloned(3));
  printf("%d %d %d\n", one_target(1), not_optimised(1), by_pragma(1));
  return slow(0);
}
