// With `headers: true` the functions of an own header are listed and skipped like others;
// --stdout gives the main file, with the header's insertions in none of it.
#include <cstdio>
#include "own.h"

static int local(int a) { return from_header(a); }

int main() {
  Counter counter;
  int sum = local(1) + twice(2) + counter.next() + counter.next();
  std::printf("%d\n", sum);
  return 0;
}
