// Names, exclusions, sizes and a matcher expression.
#include <stdio.h>

static int mk_read(int a) {
  a += 1;
  return a;
}
static int mk_small(int a) { return a; }
static int mk_string_copy(int a) {
  a += 2;
  return a;
}
static void mk_free(int *a) {
  *a = 0;
  *a += 1;
}
static void say(void) { puts("hello"); }
static int other(int a) {
  a += 3;
  return a;
}

int main(void) {
  int a = mk_read(1) + mk_small(2) + mk_string_copy(3) + other(4);
  mk_free(&a);
  say();
  return a - 1;
}
