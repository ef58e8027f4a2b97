/* cancelled COUNT: threads that are cancelled (deferred and at any moment) or
 * leave by pthread_exit inside of instrumented functions. Prints the calls. With
 * FAULTS_UNWINDS the functions are compiled so that unwinding ends their calls. */
#include <spile/spile.h>

#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static sem_t begun;
static long leaves, cleaned;

static void leaf(void) { SPILE_SCOPE("leaf"); }

static void exits(void) {
  SPILE_SCOPE("exits");
  leaf();
  pthread_exit(NULL);
}

static void waits(void) {
  SPILE_SCOPE("waits");
  leaf();
  sem_post(&begun);
  for (;;)
    pause();
}

/* Writes down what is finished, as far as it gets. */
static void busy(volatile long *finished) {
  SPILE_SCOPE("busy");
  sem_post(&begun);
  for (;;) {
    leaf();
    *finished = *finished + 1;
  }
}

static void after(void *unused) {
  (void)unused;
  SPILE_SCOPE("after");
  ++cleaned;
}

/* Into the runtime, which has to know a new thread. */
static void brief(void) { SPILE_SCOPE("brief"); }

static void *at_its_start(void *unused) {
  int old;
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &old);
  pthread_cleanup_push(after, NULL);
  pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &old);
  pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, &old);
  sem_post(&begun);
  for (;;)
    brief();
  pthread_cleanup_pop(0);
  return unused;
}

static void *exiting(void *unused) {
  pthread_cleanup_push(after, NULL);
  exits();
  pthread_cleanup_pop(0);
  return unused;
}

static void *waiting(void *unused) {
  pthread_cleanup_push(after, NULL);
  waits();
  pthread_cleanup_pop(0);
  return unused;
}

static void *at_any_moment(void *finished) {
  pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL);
  busy(finished);
  return NULL;
}

static void one(void *(*what)(void *), void *with, int cancel) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, what, with) != 0)
    abort();
  if (cancel) {
    while (sem_wait(&begun) != 0)
      ;
    pthread_cancel(thread);
  }
  pthread_join(thread, NULL);
}

int main(int argc, char **argv) {
  long count = argc > 1 ? atol(argv[1]) : 1, finished = 0;
  if (sem_init(&begun, 0, 0) != 0)
    return 1;
  for (long i = 0; i < count; ++i) {
    one(exiting, NULL, 0);
    one(waiting, NULL, 1);
    one(at_any_moment, &finished, 1);
    one(at_its_start, NULL, 1);
  }
  leaves = finished + 2 * count;
#ifdef FAULTS_UNWINDS
  long ended = count;
#else
  long ended = 0;
#endif
  /* A thread may end after a call and before it has written that down. */
  printf("between leaf %ld %ld\ncalls after %ld\ncalls exits %ld\n"
         "calls waits %ld\n",
         leaves, leaves + count, cleaned, ended, ended);
  return 0;
}
