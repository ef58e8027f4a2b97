// A function that never returns is not counted, nor are those that wait for it.
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdnoreturn.h>

static jmp_buf back;
static int runs;

static void at_exit(void) { printf("%d\n", ++runs); }

static void last(void) { puts("last"); }

_Noreturn static void keyword(int status) {
  at_exit();
  exit(status);
}

noreturn static void macro(int status) { longjmp(back, status); }

__attribute__((noreturn)) static void attribute(int status);
static void attribute(int status) {
  if (status > 3)
    macro(status);
  for (;;)
    if (++status > 3)
      macro(status);
}

// All paths but one end here.
static int maybe(int status) {
  if (status == 2)
    attribute(status);
  return status;
}

static void unreachable(int a) {
  if (a)
    return;
  __builtin_unreachable();
}

int main(void) {
  atexit(at_exit);
  atexit(last);
  int status = setjmp(back);
  if (status == 0)
    maybe(maybe(1) + 1);
  unreachable(1);
  keyword(status - 4);
}
