// __label__ stands before everything else in its block.
#include <stdio.h>
#include <spile/scope.h>
static int found(const int *v, int n, int what) {
  __label__ out;
  int at = -1;
  for (int i = 0; i < n; ++i)
    if (v[i] == what) {
      at = i;
      goto out;
    }
out:
  return at;
}

static int same_line(int n) { __label__ a, b; __label__ c; a: if (n > 3) goto b; ++n; goto a; b: goto c; c: return n; }

static int comment(int n) { /* in between */
  __label__ out;
  goto out;
out:
  return n;
}

#define LOCALS __label__ done
static int by_macro(int n) { LOCALS; if (n) goto done; ++n; done: return n; }

// In a block of its own it concerns nothing else.
static int inner(int n) { SPILE_SCOPE("inner");
  {
    __label__ out;
    goto out;
  out:
    ++n;
  }
  return n;
}

int main(void) { SPILE_SCOPE("main");
  int v[] = {1, 2, 3};
  printf("%d %d\n", found(v, 3, 2), found(v, 3, 5));
  printf("%d %d %d\n", same_line(1), comment(2), inner(3));
  printf("%d\n", by_macro(0));
  return 0;
}
