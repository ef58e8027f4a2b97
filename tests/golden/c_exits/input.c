// Every way out of a C function is seen.
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#define LEAVE_IF(x)                                                            \
  if (x)                                                                       \
  return -1

static int early(int a) {
  if (a < 0)
    return -1;
  LEAVE_IF(a == 7);
  return a * 2;
}

static int jumps(int a) {
  int sum = 0;
again:
  sum += a;
  if (--a > 0)
    goto again;
  if (sum > 10)
    goto out;
  sum = -sum;
out:
  return sum;
}

static int loops(int n) {
  int found = 0;
  for (int i = 0; i < n; ++i) {
    switch (i % 3) {
    case 0:
      continue;
    case 1:
      found += early(i);
      break;
    default:
      while (found > 100) {
        found /= 2;
        break;
      }
    }
  }
  return found;
}

static void nothing(void) {}

static int deep(int n) { return n == 0 ? 0 : 1 + deep(n - 1); }

static jmp_buf back;
static void thrower(int a) {
  if (a)
    longjmp(back, a);
}

static int catcher(int a) {
  if (setjmp(back) != 0)
    return 1;
  thrower(a);
  return 0;
}

int main(void) {
  int sum = early(-1) + early(7) + early(1);
  sum += jumps(1) + jumps(5) + loops(10);
  for (int i = 0; i < 1000; ++i)
    nothing();
  sum += deep(20) + catcher(0) + catcher(3) + catcher(0);
  printf("%d\n", sum);
  return sum & 1;
}
