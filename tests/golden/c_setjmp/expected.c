// longjmp over timed frames: those that it jumps over are not counted, all others are.
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <spile/scope.h>
static jmp_buf outer, inner;
static sigjmp_buf from_signal;
static void *builtin[5];
static volatile int depth;

static int leaf(int a) { SPILE_SCOPE("leaf"); return a + 1; }

static void jump(jmp_buf *to, int value) { SPILE_SCOPE("jump");
  ++depth;
  if (leaf(value) > 0)
    longjmp(*to, value);
}

static void over(int value) { SPILE_SCOPE("over");
  if (value > 3)
    jump(&outer, value);
  leaf(value);
}

static int keep(int value) { SPILE_SCOPE("keep");
  volatile int kept = value;
  if (setjmp(inner) != 0)
    return ++kept;
  kept += 10;
  if (value)
    jump(&inner, 1);
  return kept;
}

static int retry(void) { SPILE_SCOPE("retry");
  volatile int tries = 0;
  switch (setjmp(inner)) {
  default:
    if (++tries < 5)
      jump(&inner, 1);
  }
  return tries;
}

static void handler(int number) { SPILE_SCOPE("handler");
  leaf(number);
  siglongjmp(from_signal, number);
}

static int interrupted(void) { SPILE_SCOPE("interrupted");
  if (sigsetjmp(from_signal, 1) != 0)
    return leaf(0);
  raise(SIGUSR1);
  return -1;
}

__attribute__((noinline)) static void builtin_jump(void) { SPILE_SCOPE("builtin_jump"); __builtin_longjmp(builtin, 1); }

static int builtin_catch(void) { SPILE_SCOPE("builtin_catch");
  if (__builtin_setjmp(builtin) != 0)
    return leaf(1);
  builtin_jump();
  return 0;
}

// The frame that setjmp returns to a second time is counted once, when it ends.
int main(void) { SPILE_SCOPE("main");
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
