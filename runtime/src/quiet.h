/* quiet.h: the runtime's own writes raise no signal in the program.
 *
 * A write to a pipe that nobody reads raises SIGPIPE, one past RLIMIT_FSIZE
 * SIGXFSZ; both end a process that never asked for the write. Between begin and
 * end they are blocked in this thread, and what came up is taken away.
 *
 * Threads: any; errno may change.
 * Sources: pthread_sigmask(3), sigtimedwait(2). */
#ifndef SPILE_QUIET_H
#define SPILE_QUIET_H

#include <stdint.h>

/* What to restore; owned by the caller. */
struct spile_quiet {
  uint64_t mask, pending;
};

void spile_quiet_begin(struct spile_quiet *quiet);
void spile_quiet_end(const struct spile_quiet *quiet);

#endif /* SPILE_QUIET_H */
