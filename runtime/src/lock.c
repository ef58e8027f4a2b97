#include "lock.h"

#include <errno.h>
#include <linux/futex.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { OPEN, HELD, WANTED };
static atomic_int word = OPEN;

static void futex(int op, int value) {
  syscall(SYS_futex, &word, op | FUTEX_PRIVATE_FLAG, value, NULL, NULL, 0);
}

void spile_lock(struct spile_bracket *bracket) {
  /* The kernel's call: libc's would leave out the signals it uses itself. */
  uint64_t all = ~UINT64_C(0);
  bracket->error = errno;
  bracket->mask = 0;
  syscall(SYS_rt_sigprocmask, SIG_SETMASK, &all, &bracket->mask, sizeof all);
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &bracket->cancel);
  int seen = OPEN;
  if (atomic_compare_exchange_strong_explicit(
          &word, &seen, HELD, memory_order_acquire, memory_order_relaxed))
    return;
  while (atomic_exchange_explicit(&word, WANTED, memory_order_acquire) != OPEN)
    futex(FUTEX_WAIT, WANTED);
}

void spile_unlock(const struct spile_bracket *bracket) {
  if (atomic_exchange_explicit(&word, OPEN, memory_order_release) == WANTED)
    futex(FUTEX_WAKE, 1);
  int ignored;
  pthread_setcancelstate(bracket->cancel, &ignored);
  syscall(SYS_rt_sigprocmask, SIG_SETMASK, &bracket->mask, NULL,
          sizeof bracket->mask);
  errno = bracket->error;
}

void spile_lock_after_fork(void) {
  atomic_store_explicit(&word, HELD, memory_order_relaxed);
}
