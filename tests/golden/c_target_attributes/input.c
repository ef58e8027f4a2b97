// Functions made for a processor that has less than the unit's, or is another one, are left out.
#include <stdio.h>

__attribute__((target("no-sse2"))) static int without_sse2(int a) { return a + 1; }

__attribute__((target("general-regs-only"))) static int general(int a) { return a + 2; }

__attribute__((target("arch=x86-64-v2"))) static int architecture(int a) { return a + 3; }

__attribute__((target("tune=atom"))) static int tuned(int a) { return a + 4; }

__attribute__((target("popcnt,no-avx"))) static int both(int a) { return a + 5; }

int main(void) {
  printf("%d %d %d\n", without_sse2(1), general(1), architecture(1));
  printf("%d %d\n", tuned(1), both(1));
  return 0;
}
