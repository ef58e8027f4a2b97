/* killed FILE: threads call at full rate until somebody kills the process, and
 * others come and go. What was begun and what is finished is told in FILE, which
 * is mapped: struct ledger of ledger.h. */
#include "../ledger.h"

#include <spile/spile.h>

#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct ledger *book;

static int inner(int x) {
  SPILE_SCOPE("inner");
  return x + 1;
}

static int outer(int x) {
  SPILE_SCOPE("outer");
  return inner(x) + inner(x + 1);
}

static void brief(void) { SPILE_SCOPE("brief"); }

static void *steady(void *at) {
  struct ledger_line *line = at;
  __atomic_store_n(&line->tid, (uint64_t)syscall(SYS_gettid), __ATOMIC_RELEASE);
  for (int x = 0;; x = outer(x) & 1) {
    __atomic_store_n(&line->finished, line->begun, __ATOMIC_RELEASE);
    __atomic_store_n(&line->begun, line->begun + 1, __ATOMIC_RELEASE);
  }
  return NULL;
}

static void *short_lived(void *unused) {
  for (int i = 0; i < 3; ++i) {
    __atomic_fetch_add(&book->brief.begun, 1, __ATOMIC_RELEASE);
    brief();
    __atomic_fetch_add(&book->brief.finished, 1, __ATOMIC_RELEASE);
  }
  return unused;
}

static void spawn(pthread_t *thread, void *(*what)(void *), void *with) {
  if (pthread_create(thread, NULL, what, with) != 0)
    abort();
}

int main(int argc, char **argv) {
  int fd = argc > 1 ? open(argv[1], O_RDWR | O_CLOEXEC) : -1;
  pthread_t thread, two[BRIEF_THREADS];
  if (fd < 0)
    return 1;
  book = mmap(NULL, sizeof *book, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (book == MAP_FAILED)
    return 1;
  alarm(600); /* should nobody kill it */
  for (int i = 0; i < STEADY_THREADS; ++i)
    spawn(&thread, steady, book->steady + i);
  for (;;) {
    for (int i = 0; i < BRIEF_THREADS; ++i)
      spawn(two + i, short_lived, NULL);
    for (int i = 0; i < BRIEF_THREADS; ++i)
      pthread_join(two[i], NULL);
  }
}
