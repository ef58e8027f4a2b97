// Its scopes are placed by hand; it prints its own counters.
#include <spile/counters.h>
#include <spile/spile.h>

static int by_hand(int n) {
  SPILE_SCOPE("by_hand");
  return n * n;
}

int main(void) {
  int sum = 0;
  for (int i = 0; i < 7; i++)
    sum += by_hand(i);
  return sum == 91 ? -spile_print_worker_info(stdout) : 99;
}
