/* lock.h: the runtime's one lock, which may be taken in signal handlers.
 *
 * While it is held, all signals of the thread are blocked and it cannot be
 * cancelled: a handler can therefore never find its own thread holding it.
 * errno is as before once the lock is given back.
 *
 * Sources: Drepper, "Futexes Are Tricky"; signal-safety(7). */
#ifndef SPILE_LOCK_H
#define SPILE_LOCK_H

#include <stdint.h>

/* What to restore; owned by the caller. */
struct spile_bracket {
  uint64_t mask;
  int error, cancel;
};

void spile_lock(struct spile_bracket *bracket);
void spile_unlock(const struct spile_bracket *bracket);
/* Whether the calling thread holds it, or is about to: the runtime has called a
 * function that the program defines, as libc's, and has timed. */
int spile_lock_is_ours(void);
/* In the child of a fork whose parent held the lock: the child holds it. */
void spile_lock_after_fork(void);

#endif /* SPILE_LOCK_H */
