/* jumps ROUNDS: threads jump over instrumented functions, also out of a signal
 * handler. Prints the calls that are finished, and 0 for what was jumped over. */
#include <spile/spile.h>

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

enum { THREADS = 3 };

static int rounds;
static _Thread_local sigjmp_buf back;

static void leaf(void) { SPILE_SCOPE("leaf"); }

static void left(int depth) {
  SPILE_SCOPE("left");
  leaf();
  if (depth == 0)
    siglongjmp(back, 1);
  left(depth - 1);
  leaf(); /* never */
}

static void on_signal(int signal) {
  (void)signal;
  SPILE_SCOPE("handler_left");
  leaf();
  siglongjmp(back, 2);
}

static void raises(void) {
  SPILE_SCOPE("raises");
  leaf();
  raise(SIGUSR1);
  leaf(); /* never */
}

static void tries(int i) {
  SPILE_SCOPE("tries");
  if (sigsetjmp(back, 1) == 0) {
    if (i % 2 == 0)
      left(3);
    else
      raises();
    abort();
  }
  leaf();
}

static void *worker(void *unused) {
  for (int i = 0; i < rounds; ++i)
    tries(i);
  return unused;
}

int main(int argc, char **argv) {
  pthread_t threads[THREADS];
  rounds = argc > 1 ? atoi(argv[1]) & ~1 : 2;
  if (signal(SIGUSR1, on_signal) == SIG_ERR)
    return 1;
  for (int i = 0; i < THREADS; ++i)
    if (pthread_create(threads + i, NULL, worker, NULL) != 0)
      return 1;
  for (int i = 0; i < THREADS; ++i)
    pthread_join(threads[i], NULL);
  long each = (long)THREADS * rounds / 2;
  printf("calls tries %ld\ncalls leaf %ld\ncalls left 0\ncalls raises 0\ncalls "
         "handler_left 0\n",
         2 * each, each * 5 + each * 3);
  return 0;
}
