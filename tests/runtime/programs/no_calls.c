/* Instrumented functions, none of them called. */
#include <spile/spile.h>

int unused_function(int x);
int unused_function(int x) {
  SPILE_SCOPE("unused_function");
  return x;
}

int main(void) { return 6; }
