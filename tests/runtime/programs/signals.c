/* signals TICKS: a timer's handler runs probes while threads attach and count.
 * The counts are printed: "in_handler N" and "leaf N". */
#include <spile/spile.h>

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/time.h>

static atomic_long handled, leaves, bad_errno;

static int leaf(int x) {
  SPILE_SCOPE("leaf");
  return x + 1;
}

static void in_handler(void) {
  SPILE_SCOPE("in_handler");
  leaf(1);
  atomic_fetch_add(&leaves, 1);
}

static void on_alarm(int signal) {
  (void)signal;
  int saved = errno;
  errno = 55;
  for (int i = 0; i < 3; ++i)
    in_handler();
  if (errno != 55)
    atomic_fetch_add(&bad_errno, 1);
  errno = saved;
  atomic_fetch_add(&handled, 3);
}

static void *worker(void *unused) {
  for (int i = 0; i < 2000; ++i)
    leaf(i);
  atomic_fetch_add(&leaves, 2000);
  return unused;
}

int main(int argc, char **argv) {
  long want = argc > 1 ? atol(argv[1]) : 1000;
  struct sigaction action = {.sa_handler = on_alarm, .sa_flags = SA_RESTART};
  struct itimerval often = {{0, 100}, {0, 100}};
  sigaction(SIGALRM, &action, NULL);
  setitimer(ITIMER_REAL, &often, NULL);
  while (atomic_load(&handled) < want) {
    pthread_t two[2];
    for (int i = 0; i < 2; ++i)
      if (pthread_create(two + i, NULL, worker, NULL) != 0)
        abort();
    worker(NULL);
    for (int i = 0; i < 2; ++i)
      pthread_join(two[i], NULL);
  }
  struct itimerval none = {{0, 0}, {0, 0}};
  setitimer(ITIMER_REAL, &none, NULL);
  printf("in_handler %ld\nleaf %ld\n", atomic_load(&handled),
         atomic_load(&leaves));
  return atomic_load(&bad_errno) != 0;
}
