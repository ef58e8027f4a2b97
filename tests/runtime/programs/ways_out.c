/* Every way out of a function is one call. */
#include <spile/spile.h>

#include <errno.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

static jmp_buf back;

static int early(int n) {
  SPILE_SCOPE("early");
  if (n % 2 == 0)
    return 0;
  return n;
}

static int jumps(int n) {
  SPILE_SCOPE("jumps");
  if (n % 3 == 0)
    goto out;
  n *= 2;
out:
  return n;
}

static int loops(void) {
  int rounds = 0;
  for (int i = 0; i < 10; ++i) {
    SPILE_SCOPE("round");
    if (i == 3)
      continue;
    if (i == 7)
      break;
    ++rounds;
  }
  return rounds;
}

static int recursive(int n) {
  SPILE_SCOPE("recursive");
  return n == 0 ? 0 : 1 + recursive(n - 1);
}

static void leaps(void) {
  SPILE_SCOPE("leaps");
  longjmp(back, 1);
}

static int never(int n) {
  SPILE_SCOPE("never");
  return n;
}

int main(int argc, char **argv) {
  SPILE_SCOPE("main");
  int sum = 0;
  errno = 77;
  for (int i = 0; i < 100; ++i)
    sum += early(i) + jumps(i);
  sum += loops() + recursive(9);
  volatile int leapt = 0;
  if (setjmp(back) == 0)
    leaps();
  else
    leapt = 1;
  if (argc > 5)
    sum += never(sum);
  if (errno != 77 || !leapt)
    return 99;
  if (argc > 1 && strcmp(argv[1], "exit") == 0)
    exit(5);
  return sum == 2500 + 8217 + 6 + 9 ? 3 : 98;
}
