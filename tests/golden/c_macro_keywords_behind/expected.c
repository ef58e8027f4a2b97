// Keywords that are macros; the header is read before they are.
#include <stdio.h>
#include <spile/scope.h>
#define inline
#define const
#define volatile
#define extern
#define unsigned
#define char signed char
#define int long
#define void void
#define __inline__
#define __volatile__
#define if(condition) if ((condition) && ++decided)
#define while(condition) while ((condition) && ++decided)
#define return return decided = decided,
static int decided;

static inline int most(int p, int q) { SPILE_SCOPE("most"); if (p > q) return p; return q; }

static unsigned char count(const int p) { SPILE_SCOPE("count");
  int i = 0;
  while (i < p)
    ++i;
  return (unsigned char)i;
}

#undef int
int main(void) { SPILE_SCOPE("main");
  printf("%ld %ld\n", most(2, 1) + most(1, 2), (long)count(5));
  printf("%ld\n", decided);
  return 0;
}
