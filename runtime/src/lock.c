#include "lock.h"

#include "own_libc.h"

#include <linux/futex.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

enum { OPEN, HELD, WANTED };
static atomic_int word = OPEN;
static __thread int holds;

static void futex(int op, int value) {
  spile_kernel(SYS_futex, (long)&word, op | FUTEX_PRIVATE_FLAG, value, 0, 0, 0);
}

void spile_lock(struct spile_bracket *bracket) {
  /* The kernel's call: libc's would leave out the signals it uses itself. */
  uint64_t all = ~UINT64_C(0);
  bracket->error = errno;
  bracket->mask = 0;
  spile_kernel(SYS_rt_sigprocmask, SIG_SETMASK, (long)&all,
               (long)&bracket->mask, sizeof all, 0, 0);
  holds = 1;
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &bracket->cancel);
  int seen = OPEN;
  if (atomic_compare_exchange_strong_explicit(
          &word, &seen, HELD, memory_order_acquire, memory_order_relaxed))
    return;
  while (atomic_exchange_explicit(&word, WANTED, memory_order_acquire) != OPEN)
    futex(FUTEX_WAIT, WANTED);
}

void spile_unlock(const struct spile_bracket *bracket) {
  int ignored;
  if (atomic_exchange_explicit(&word, OPEN, memory_order_release) == WANTED)
    futex(FUTEX_WAKE, 1);
  holds = 0;
  spile_kernel(SYS_rt_sigprocmask, SIG_SETMASK, (long)&bracket->mask, 0,
               sizeof bracket->mask, 0, 0);
  /* Last: a thread that may be cancelled at any moment ends in here, and runs its
   * cleanup handlers. */
  pthread_setcancelstate(bracket->cancel, &ignored);
  errno = bracket->error;
}

int spile_lock_is_ours(void) { return holds; }

void spile_lock_after_fork(void) {
  atomic_store_explicit(&word, HELD, memory_order_relaxed);
}
