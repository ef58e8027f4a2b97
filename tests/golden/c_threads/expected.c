// With -fexceptions, frames that end with their thread are counted.
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <unistd.h>
#include <spile/scope.h>
static int cleaned;
static sem_t waiting;

static void step(void) { SPILE_SCOPE("step"); ++cleaned; }

static void clean(void *unused) { SPILE_SCOPE("clean");
  (void)unused;
  step();
}

static void leave(int status) { SPILE_SCOPE("leave");
  static int values[3];
  values[status] = status;
  pthread_exit(values + status);
}

static void *exiting(void *argument) { SPILE_SCOPE("exiting");
  leave(*(int *)argument);
  return NULL;
}

static void block(void) { SPILE_SCOPE("block");
  sem_post(&waiting);
  for (;;)
    pause();
}

// Cancelled in the frame below, with a handler of its own.
static void *cancelled(void *unused) { SPILE_SCOPE("cancelled");
  pthread_cleanup_push(clean, NULL);
  block();
  pthread_cleanup_pop(0);
  return unused;
}

static void *returning(void *unused) { SPILE_SCOPE("returning");
  pthread_cleanup_push(clean, unused);
  pthread_cleanup_pop(1);
  return unused;
}

static void *asynchronous(void *unused) { SPILE_SCOPE("asynchronous");
  int old;
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &old);
  step();
  pthread_setcancelstate(old, NULL);
  sem_post(&waiting);
  for (;;)
    pthread_testcancel();
  return unused;
}

static void *run(void *(*start)(void *), void *argument, int cancel) { SPILE_SCOPE("run");
  pthread_t id;
  void *result;
  if (pthread_create(&id, NULL, start, argument) != 0)
    return &cleaned;
  if (cancel) {
    while (sem_wait(&waiting) != 0 && errno == EINTR)
      continue;
    pthread_cancel(id);
  }
  pthread_join(id, &result);
  return result;
}

int main(void) { SPILE_SCOPE("main");
  sem_init(&waiting, 0, 0);
  int two = 2;
  printf("%d\n", *(int *)run(exiting, &two, 0));
  for (int i = 0; i < 3; ++i)
    printf("%d\n", run(cancelled, NULL, 1) == PTHREAD_CANCELED);
  printf("%d\n", run(asynchronous, NULL, 1) == PTHREAD_CANCELED);
  printf("%d\n", run(returning, NULL, 0) == NULL);
  printf("%d\n", cleaned);
  return 0;
}
