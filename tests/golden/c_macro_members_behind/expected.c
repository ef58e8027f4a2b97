// Macros with everyday names, defined behind the place where the header is read.
#include <stdio.h>
#include <spile/scope.h>
#define name_ 1
#define line 2
#define mode 3
#define slot 4
#define name u.text
#define file u.path
#define begin() 5
#define end 6
#define first 7
#define module 8
#define calls 9
#define total 10
#define least min
#define most max
#define start go
#define site web
#define guard(x) x
#define block while
#define to 11
#define n 12
#define lo 13
#define hi 14
#define now (-1)
#define ticks 15
#define fresh 16
#define loaded
#define runtime 17
#define reserved
#define a -
#define b +

static int sum(void) { SPILE_SCOPE("sum"); return line + mode + slot + end + first + module; }

static int other(int x) { SPILE_SCOPE("other"); block (x < to) x += calls; return x + guard(total) a n b lo + hi + now + ticks; }

int main(void) { SPILE_SCOPE("main");
  printf("%d %d %d\n", sum(), other(1), begin() + fresh + runtime + name_);
  return 0;
}
