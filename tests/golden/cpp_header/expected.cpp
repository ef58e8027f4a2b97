// With `headers: true` the functions of an own header are listed and skipped like others;
// --stdout gives the main file, with the header's insertions in none of it.
#include <cstdio>
#include "own.h"
#include <spile/scope.h>
static int local(int a) { SPILE_SCOPE("local"); return from_header(a); }

int main() { SPILE_SCOPE("main");
  Counter counter;
  int sum = local(1) + twice(2) + counter.next() + counter.next();
  std::printf("%d\n", sum);
  return 0;
}
