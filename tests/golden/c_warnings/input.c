/* Warnings that projects turn on: the edit raises none of them. */
#include <stdio.h>

enum color { RED, GREEN };

static int declarations_first(int a) {
  int b = a;
  b += 1;
  return b;
}

static int jumps(int a) {
  if (a > 2)
    goto out;
  a += declarations_first(a);
out:
  return a;
}

static const char *named(enum color c) {
  switch (c) {
  case RED:
    return "red";
  case GREEN:
  default:
    return "other";
  }
}

static unsigned char narrow(unsigned a) { return (unsigned char)(a & 0xffu); }

static inline int small(int a) { return a; }

static void twice_included(void) {}

int main(void) {
  printf("%d %s %s %d\n", jumps(1) + jumps(3), named(RED), named(GREEN), narrow(257u));
  twice_included();
  return small(0);
}
