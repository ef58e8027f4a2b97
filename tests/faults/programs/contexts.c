/* contexts HOW ROUNDS: coroutines that switch stacks inside of instrumented
 * functions. HOW is own (each thread has its own ones) or wander (threads take
 * turns in all of them, so that calls end in other threads than they began in).
 * Prints the calls. */
#include <spile/spile.h>

#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>

enum { THREADS = 3, COROUTINES = 8, STACK = 1 << 16 };

struct coroutine {
  pthread_mutex_t turn;
  ucontext_t outside, inside;
  int resumed;
  char *stack;
};

static struct coroutine all[THREADS][COROUTINES];
static int rounds, wander;

static void leaf(void) { SPILE_SCOPE("leaf"); }

static void yields(struct coroutine *self) {
  SPILE_SCOPE("yields");
  leaf();
  swapcontext(&self->inside, &self->outside);
}

static void body(unsigned high, unsigned low) {
  struct coroutine *self = (void *)((uintptr_t)high << 32 | low);
  SPILE_SCOPE("body");
  for (int i = 0; i < rounds; ++i)
    yields(self);
}

static void prepare(struct coroutine *one) {
  uintptr_t bits = (uintptr_t)one;
  one->stack = malloc(STACK);
  if (one->stack == NULL || getcontext(&one->inside) != 0 ||
      pthread_mutex_init(&one->turn, NULL) != 0)
    abort();
  one->inside.uc_stack.ss_sp = one->stack;
  one->inside.uc_stack.ss_size = STACK;
  one->inside.uc_link = &one->outside;
  makecontext(&one->inside, (void (*)(void))(uintptr_t)body, 2,
              (unsigned)(bits >> 32), (unsigned)bits);
}

static void resume(struct coroutine *one) {
  SPILE_SCOPE("resume");
  ++one->resumed;
  swapcontext(&one->outside, &one->inside);
}

/* Whether there is more to do: it yields `rounds` times, then ends. */
static int step(struct coroutine *one) {
  pthread_mutex_lock(&one->turn);
  int more = one->resumed <= rounds;
  if (more)
    resume(one);
  pthread_mutex_unlock(&one->turn);
  return more;
}

static void *run(void *at) {
  struct coroutine(*own)[COROUTINES] = at;
  for (int more = 1; more;) {
    more = 0;
    for (int t = 0; t < THREADS; ++t)
      for (int c = 0; c < COROUTINES; ++c)
        if (wander || all + t == own)
          more |= step(&all[t][c]);
  }
  return NULL;
}

int main(int argc, char **argv) {
  pthread_t threads[THREADS];
  if (argc < 3)
    return 1;
  wander = strcmp(argv[1], "wander") == 0;
  rounds = atoi(argv[2]);
  for (int t = 0; t < THREADS; ++t)
    for (int c = 0; c < COROUTINES; ++c)
      prepare(&all[t][c]);
  for (int t = 0; t < THREADS; ++t)
    if (pthread_create(threads + t, NULL, run, all + t) != 0)
      return 1;
  for (int t = 0; t < THREADS; ++t)
    pthread_join(threads[t], NULL);
  long count = THREADS * COROUTINES;
  printf("calls body %ld\ncalls yields %ld\ncalls leaf %ld\ncalls resume %ld\n",
         count, count * rounds, count * rounds, count * (rounds + 1));
  return 0;
}
