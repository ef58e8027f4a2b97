// longjmp over timed frames: those that it jumps over are not counted, all others are.
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>

static jmp_buf outer, inner;
static sigjmp_buf from_signal;
static void *builtin[5];
static volatile int depth;

static int leaf(int a) { return a + 1; }

static void jump(jmp_buf *to, int value) {
  ++depth;
  if (leaf(value) > 0)
    longjmp(*to, value);
}

static void over(int value) {
  if (value > 3)
    jump(&outer, value);
  leaf(value);
}

static int keep(int value) {
  volatile int kept = value;
  if (setjmp(inner) != 0)
    return ++kept;
  kept += 10;
  if (value)
    jump(&inner, 1);
  return kept;
}

static int retry(void) {
  volatile int tries = 0;
  switch (setjmp(inner)) {
  default:
    if (++tries < 5)
      jump(&inner, 1);
  }
  return tries;
}

static void handler(int number) {
  leaf(number);
  siglongjmp(from_signal, number);
}

static int interrupted(void) {
  if (sigsetjmp(from_signal, 1) != 0)
    return leaf(0);
  raise(SIGUSR1);
  return -1;
}

__attribute__((noinline)) static void builtin_jump(void) { __builtin_longjmp(builtin, 1); }

static int builtin_catch(void) {
  if (__builtin_setjmp(builtin) != 0)
    return leaf(1);
  builtin_jump();
  return 0;
}

// The frame that setjmp returns to a second time is counted once, when it ends.
int main(void) {
  signal(SIGUSR1, handler);
  if (setjmp(outer) == 0) {
    for (int i = 0; i < 9; ++i)
      over(i);
  }
  printf("%d %d %d %d\n", depth, keep(0), keep(1), retry());
  printf("%d %d\n", interrupted(), interrupted());
  printf("%d\n", builtin_catch());
  return 0;
}
