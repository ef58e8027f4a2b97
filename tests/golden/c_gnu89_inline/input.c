// GNU's old inline: `extern inline` defines nothing, a definition follows.
#include <stdio.h>

extern inline int here(int a);
extern inline int here(int a) { return a + 1; }

#undef here
int here(int a) { return a + 1; }

static inline int own(int a) { return a + 2; }

inline int both(int a) { return a + 3; }

extern int plain(int a);
int plain(int a) { return here(own(both(a))); }

int main(void) {
  printf("%d %d\n", plain(1), plain(2));
  return 0;
}
