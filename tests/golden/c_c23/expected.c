// C23 as GCC 12 knows it: attributes, unnamed parameters, labels before declarations.
#include <stdio.h>
#include <stdlib.h>
#include <spile/scope.h>
[[nodiscard]] static int discarded_never(void) { SPILE_SCOPE("discarded_never"); return 0b101; }

[[maybe_unused]] [[gnu::noinline]] static int unnamed(int, int b, [[maybe_unused]] int c) { SPILE_SCOPE("unnamed"); return b; }

// A label stands first, and a declaration behind it.
static int label(int n) { SPILE_SCOPE("label");
start:
  int doubled = n * 2;
  if (doubled < 1'000) {
    n = doubled;
    goto start;
  }
  return doubled;
}

// A label may end a body.
static void ends(int *n) { SPILE_SCOPE("ends");
  if (*n > 2)
    goto out;
  ++*n;
out:
}

static int only_label(void) { SPILE_SCOPE("only_label"); a: [[maybe_unused]] b: _Static_assert(sizeof(int) == 4); return 3; goto a; goto b; }

static int falls(int n) { SPILE_SCOPE("falls");
  switch (n) {
  case 1:
    int one = 1;
    n += one;
    [[fallthrough]];
  case 2:
    [[likely]] n += 2;
    break;
  default:
  }
  return n;
}

#ifdef NOT_DEFINED
#elifndef NOT_DEFINED
static int branch(void) { SPILE_SCOPE("branch"); return u8'a'; }
#endif

[[noreturn]] static void leave(int status) { SPILE_SCOPE("leave");
  puts("leaving");
  exit(status);
}

int main() { SPILE_SCOPE("main");
  [[maybe_unused]] int unused;
  int n = 2;
  ends(&n);
  ends(&n);
  printf("%d %d %d\n", discarded_never(), unnamed(1, 2, 3), label(3));
  printf("%d %d %d\n", n, falls(1), falls(7));
  printf("%d %d\n", branch(), only_label());
  leave(0);
}
