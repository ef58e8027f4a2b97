/* Definitions of before C89: parameter declarations stand before the brace. */
#include <stdio.h>
#include <spile/scope.h>
struct pair {
  int first, second;
};

add(a, b) int a, b; { SPILE_SCOPE("add"); return a + b; }

static twice(a) { SPILE_SCOPE("twice"); return 2 * a; }

static char *pick(names, at)
  char **names; /* a list { of names */
  register int at;
{ SPILE_SCOPE("pick");
  return names[at];
}

static double half(f) float f; { SPILE_SCOPE("half"); return f / 2; }

static void none() { SPILE_SCOPE("none");}

static int sum(v, n) int v[]; unsigned n;
{ SPILE_SCOPE("sum");
  register int total = 0;
  while (n--)
    total += v[n];
  return total;
}

static struct pair swapped(p) struct pair p;
{ SPILE_SCOPE("swapped");
  struct pair q;
  q.first = p.second;
  q.second = p.first;
  return q;
}

static int one() { SPILE_SCOPE("one"); return 1; }
static int two() { SPILE_SCOPE("two"); return 2; }

/* A function that returns a function. */
static int (*chosen(first))()
int first;
{ SPILE_SCOPE("chosen");
  return first ? one : two;
}

static int called(f) int (*f)();
{ SPILE_SCOPE("called"); return f(); }

main(argc, argv)
int argc;
char **argv;
{ SPILE_SCOPE("main");
  static char *names[] = {"x", "y"};
  static int v[] = {1, 2, 3};
  struct pair p;
  p.first = 3;
  p.second = 4;
  none();
  none();
  printf("%d %d %s %.1f\n", add(1, 2), twice(4), pick(names, 1), half(3.0f));
  printf("%d %d\n", sum(v, 3), swapped(swapped(p)).first);
  printf("%d %d\n", called(chosen(1)), called(chosen(0)));
  return argc + (argv[0] == 0) - 1;
}
