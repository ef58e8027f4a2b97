/* family HOW COUNT: threads of which each makes COUNT children by HOW, while
 * others count, and come and go. Prints how often each function was called to its end, in all
 * processes together. */
#include <spile/spile.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FORKERS = 3, COUNTERS = 2, CALLS = 50 };

static atomic_int stop, failed;
static atomic_long counted, forked;
static int count;
static const char *self;

static void leaf(void) { SPILE_SCOPE("leaf"); }
static void in_child(void) { SPILE_SCOPE("in_child"); }
static void in_grandchild(void) { SPILE_SCOPE("in_grandchild"); }

static void await(pid_t child) {
  int status = 1;
  if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
    atomic_store(&failed, 1);
}

/* The call ends in both processes. */
static pid_t forking(void) {
  SPILE_SCOPE("forking");
  return fork();
}

static void *of_child(void *unused) {
  for (int i = 0; i < CALLS; ++i)
    in_child();
  return unused;
}

static void by_fork(void) {
  pid_t child = forking();
  if (child == 0) {
    pthread_t one;
    of_child(NULL);
    if (pthread_create(&one, NULL, of_child, NULL) != 0)
      _exit(1);
    pthread_join(one, NULL);
    pid_t grandchild = forking();
    for (int i = 0; i < CALLS && grandchild == 0; ++i)
      in_grandchild();
    if (grandchild == 0)
      _exit(0);
    await(grandchild);
    _exit(atomic_load(&failed));
  }
  await(child);
}

static void by_vfork(void) {
  pid_t child = vfork();
  if (child == 0) {
    in_child();
    if (count % 2 != 0)
      _exit(0);
    execl("/bin/true", "true", (char *)NULL);
    _exit(1);
  }
  await(child);
}

/* The program again, under its own name; the call of `replaced` never ends. */
static void replaced(void) {
  SPILE_SCOPE("replaced");
  execl(self, self, "again", "1", (char *)NULL);
  _exit(1);
}

static void by_exec(void) {
  pid_t child = fork();
  if (child == 0) {
    in_child();
    replaced();
  }
  await(child);
}

static void (*how)(void);

static void *forker(void *unused) {
  for (int i = 0; i < count; ++i) {
    how();
    atomic_fetch_add(&forked, 1);
  }
  return unused;
}

static void *counter(void *unused) {
  long calls = 0;
  for (; !atomic_load(&stop); ++calls)
    leaf();
  atomic_fetch_add(&counted, calls);
  return unused;
}

static void *brief(void *unused) {
  leaf();
  atomic_fetch_add(&counted, 1);
  return unused;
}

/* New threads are in the runtime while others fork. */
static void *spawner(void *unused) {
  while (!atomic_load(&stop)) {
    pthread_t one;
    if (pthread_create(&one, NULL, brief, NULL) != 0)
      abort();
    pthread_join(one, NULL);
  }
  return unused;
}

static void print(long forking, long child, long grandchild) {
  printf("calls leaf %ld\ncalls forking %ld\ncalls in_child %ld\ncalls "
         "in_grandchild %ld\ncalls replaced 0\n",
         atomic_load(&counted), forking, child, grandchild);
}

int main(int argc, char **argv) {
  pthread_t threads[FORKERS + COUNTERS];
  self = argv[0];
  count = argc > 2 ? atoi(argv[2]) : 1;
  if (argc > 1 && strcmp(argv[1], "again") == 0) {
    in_grandchild();
    return 0;
  }
  how = argc > 1 && strcmp(argv[1], "vfork") == 0  ? by_vfork
        : argc > 1 && strcmp(argv[1], "exec") == 0 ? by_exec
                                                   : by_fork;
  for (int i = 0; i < FORKERS + COUNTERS; ++i)
    if (pthread_create(threads + i, NULL,
                       i < FORKERS  ? forker
                       : i % 2 == 0 ? counter
                                    : spawner,
                       NULL) != 0)
      return 1;
  for (int i = 0; i < FORKERS; ++i)
    pthread_join(threads[i], NULL);
  atomic_store(&stop, 1);
  for (int i = FORKERS; i < FORKERS + COUNTERS; ++i)
    pthread_join(threads[i], NULL);
  long n = atomic_load(&forked);
  if (how == by_fork)
    print(4 * n, 2 * CALLS * n, CALLS * n);
  else
    print(0, n, how == by_exec ? n : 0);
  return atomic_load(&failed);
}
