// GNU's old inline: `extern inline` defines nothing, a definition follows.
#include <stdio.h>
#include <spile/scope.h>
extern inline int here(int a);
extern inline int here(int a) { return a + 1; }

#undef here
int here(int a) { return a + 1; }

static inline int own(int a) { SPILE_SCOPE("own"); return a + 2; }

inline int both(int a) { return a + 3; }

extern int plain(int a);
int plain(int a) { SPILE_SCOPE("plain"); return here(own(both(a))); }

int main(void) { SPILE_SCOPE("main");
  printf("%d %d\n", plain(1), plain(2));
  return 0;
}
