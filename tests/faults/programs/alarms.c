/* alarms SOURCE STACK SIGNALS: SIGALRM's handler calls instrumented functions on
 * top of probes, until it has run SIGNALS times. SOURCE is itimer, timer, or
 * storm (another process sends them), STACK is same or other (sigaltstack).
 * Prints the calls. */
#include <spile/spile.h>

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static atomic_long handled, leaves;
static long want;

static void leaf(void) { SPILE_SCOPE("leaf"); }

static void in_handler(void) {
  SPILE_SCOPE("in_handler");
  leaf();
}

static void on_alarm(int number) {
  (void)number;
  in_handler();
  atomic_fetch_add(&leaves, 1);
  /* At these rates the threads may get no further otherwise. */
  if (atomic_fetch_add(&handled, 1) + 1 >= want)
    signal(SIGALRM, SIG_IGN);
}

static int other_stack;

static void use_other_stack(void) {
  static _Thread_local char room[1 << 16];
  stack_t stack = {.ss_sp = room, .ss_size = sizeof room};
  if (other_stack && sigaltstack(&stack, NULL) != 0)
    abort();
}

static void *worker(void *unused) {
  use_other_stack();
  for (int i = 0; i < 20000; ++i)
    leaf();
  atomic_fetch_add(&leaves, 20000);
  return unused;
}

/* Ends when the process that it sends to has ended. */
static pid_t begin_storm(void) {
  pid_t target = getpid(), child = fork();
  if (child == 0) {
    while (getppid() == target)
      kill(target, SIGALRM);
    _exit(0);
  }
  return child;
}

static pid_t begin(const char *source) {
  struct itimerval often = {{0, 10}, {0, 10}};
  struct itimerspec oftener = {{0, 10000}, {0, 10000}};
  timer_t timer;
  if (strcmp(source, "storm") == 0)
    return begin_storm();
  if (strcmp(source, "itimer") == 0)
    setitimer(ITIMER_REAL, &often, NULL);
  else if (timer_create(CLOCK_MONOTONIC, NULL, &timer) != 0 ||
           timer_settime(timer, 0, &oftener, NULL) != 0)
    abort();
  return 0;
}

int main(int argc, char **argv) {
  if (argc < 4)
    return 1;
  other_stack = strcmp(argv[2], "other") == 0;
  want = atol(argv[3]);
  struct sigaction action = {.sa_handler = on_alarm,
                             .sa_flags =
                                 SA_RESTART | (other_stack ? SA_ONSTACK : 0)};
  use_other_stack();
  sigaction(SIGALRM, &action, NULL);
  pid_t sender = begin(argv[1]);
  while (atomic_load(&handled) < want) {
    pthread_t one;
    if (pthread_create(&one, NULL, worker, NULL) != 0)
      abort();
    worker(NULL);
    pthread_join(one, NULL);
  }
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, NULL);
  if (sender > 0) {
    kill(sender, SIGKILL);
    waitpid(sender, NULL, 0);
  }
  printf("calls in_handler %ld\ncalls leaf %ld\n", atomic_load(&handled),
         atomic_load(&leaves));
  return 0;
}
