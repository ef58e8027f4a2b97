#include <spile/scope.h> // The same, read before the header is: no free line is left between.
#include <stdio.h>
#define inline
#define const
#define volatile
#define extern
#define unsigned
#define int long
#define if(condition) if ((condition) && ++decided)
#define while(condition) while ((condition) && ++decided)
static long decided;
static inline int most(int p, int q) { SPILE_SCOPE("most"); if (p > q) return p; return q; }

#undef int
int main(void) { SPILE_SCOPE("main");
  printf("%ld %ld\n", most(2, 1) + most(1, 2), decided);
  return 0;
}
