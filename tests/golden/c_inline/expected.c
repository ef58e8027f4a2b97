// Which inline functions may hold static data: those that are static.
#include <stdio.h>
#include <spile/scope.h>
static inline int plain(int a) { SPILE_SCOPE("plain"); return a + 1; }

static int declared(int a);
inline int declared(int a) { SPILE_SCOPE("declared"); return a + 2; }

static __inline__ __attribute__((always_inline)) int always(int a) { SPILE_SCOPE("always"); return a + 3; }

__attribute__((noinline, cold)) static int never(int a) { SPILE_SCOPE("never"); return a + 4; }

inline static int order(int a) { SPILE_SCOPE("order"); return a + 5; }

// An inline definition: the external one is the next line's doing.
inline int external(int a) { return a + 6; }
extern int external(int a);

extern inline int extern_inline(int a) { return a + 7; }

// No external definition at all: every call is inlined.
inline __attribute__((always_inline)) int no_external(int a) { return a + 8; }

// Inline by its first declaration only.
inline int declared_inline(int a);
int declared_inline(int a) { return a + 9; }
extern int declared_inline(int a);

extern inline __attribute__((gnu_inline, always_inline)) int gnu(int a) { return a + 10; }

static inline __attribute__((gnu_inline)) int static_gnu(int a) { SPILE_SCOPE("static_gnu"); return a + 11; }

inline __attribute__((visibility("hidden"))) int hidden(int a) { return a + 12; }
extern int hidden(int a);

// Flattened into one body, and still counted each.
__attribute__((flatten)) static int flat(int a) { SPILE_SCOPE("flat"); return plain(always(plain(a))); }

static int through(int (*f)(int), int a) { SPILE_SCOPE("through"); return f(a); }

int main(void) { SPILE_SCOPE("main");
  int sum = plain(1) + declared(1) + always(1) + never(1) + order(1);
  sum += external(1) + extern_inline(1) + no_external(1) + declared_inline(1);
  sum += gnu(1) + static_gnu(1) + hidden(1);
  sum += flat(1) + through(plain, 1) + through(order, 1) + through(external, 1);
  printf("%d\n", sum);
  return 0;
}
