// #if in bodies and around braces: the branch that is compiled is timed.
#if PICK == 1
#include "no_such_file.h"
#elif PICK == 2
#include <stdio.h>
#else
#error "no such choice"
#endif

#ifdef NOT_DEFINED
static int both(int a, int b)
{
  return a + b;
#else
static int both(int a)
{
  return a;
#endif
}

static int signature(
#if PICK == 2
    int a
#else
    long a, { int unbalanced;
#endif
    ) {
#if PICK == 2
  return a;
#else
  return (int)a; }
#endif
}

static int brace_only(int a)
#if PICK == 1
{ /* not this one */
#elif PICK == 2
{ /* this one */
#endif
#if PICK != 2
}
static int only_without(int a) {
#endif
  return a + 1;
}

static int whole_body(int a)
#if PICK == 2
{ return a + 2; }
#else
{ return a - 2; }
#endif

static int
#if defined(PICK) && PICK > 1
    twice(int a) { return 2 * a; }
#else
    twice(long a) { return 2 * (int)a; }
#endif

#if 0
static int never(int a) { @ ` not even C { ( [
#endif

static int in_body(int a) {
#ifdef NOT_DEFINED
  { { {
#endif
  if (a > 0) {
#if PICK == 2
    return a;
  } else {
#else
  }
#endif
    return -a;
  }
}

#if PICK == 2
static int alternative(int a) { return a; }
#else
static long alternative(long a) { return a; }
#endif

int main(void) {
  printf("%d %d %d %d\n", both(1), signature(2), brace_only(3), whole_body(4));
  printf("%d %d %d %d\n", twice(5), in_body(6), in_body(-6), (int)alternative(7));
  return 0;
}
