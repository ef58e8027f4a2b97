// The program's own cleanups run before the call is counted as ended.
#include <stdio.h>
#include <stdlib.h>
#include <spile/scope.h>
static int open_files;

static void close_it(int **p) { SPILE_SCOPE("close_it");
  if (*p)
    --open_files;
  free(*p);
}

static void say(const int *p) { SPILE_SCOPE("say"); printf("end of %d\n", *p); }

#define AUTO(type, end) __attribute__((cleanup(end))) type

static int *open_it(int a) { SPILE_SCOPE("open_it");
  int *p = malloc(sizeof *p);
  if (p) {
    *p = a;
    ++open_files;
  }
  return p;
}

static int uses(int a) { SPILE_SCOPE("uses");
  AUTO(int *, close_it) first = open_it(a);
  if (a < 0)
    return -1;
  AUTO(int *, close_it) second = open_it(a + 1);
  for (int i = 0; i < 3; ++i) {
    AUTO(int, say) number = i;
    if (number == a)
      goto out;
    if (number == 1)
      continue;
  }
  return *first + *second;
out:
  return open_files;
}

// The guard is first in the block, so it ends last.
static int first_in_body(int a) { SPILE_SCOPE("first_in_body"); AUTO(const int, say) number = a; return number; }

// A cleanup that makes a timed call, and so on.
static void twice(int *p) { SPILE_SCOPE("twice");
  AUTO(int, say) again = *p + 1;
  (void)again;
}

static void nested(void) { SPILE_SCOPE("nested"); AUTO(int, twice) number = 40; (void)number; }

int main(void) { SPILE_SCOPE("main");
  printf("%d %d %d\n", uses(-1), uses(1), uses(7));
  printf("%d\n", first_in_body(30));
  nested();
  return open_files;
}
