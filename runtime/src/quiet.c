#include "quiet.h"

#include "own_libc.h"

#include <signal.h>

/* The kernel's sets, as in lock.c. */
static const uint64_t both =
    UINT64_C(1) << (SIGPIPE - 1) | UINT64_C(1) << (SIGXFSZ - 1);

static uint64_t pending(void) {
  uint64_t set = 0;
  spile_kernel(SYS_rt_sigpending, (long)&set, sizeof set, 0, 0, 0, 0);
  return set & both;
}

void spile_quiet_begin(struct spile_quiet *quiet) {
  quiet->mask = 0;
  spile_kernel(SYS_rt_sigprocmask, SIG_BLOCK, (long)&both, (long)&quiet->mask,
               sizeof both, 0, 0);
  quiet->pending = pending();
}

void spile_quiet_end(const struct spile_quiet *quiet) {
  static const struct timespec now = {0, 0};
  uint64_t ours = pending() & ~quiet->pending;
  while (ours != 0 && spile_kernel(SYS_rt_sigtimedwait, (long)&ours, 0,
                                   (long)&now, sizeof ours, 0, 0) > 0)
    ;
  spile_kernel(SYS_rt_sigprocmask, SIG_SETMASK, (long)&quiet->mask, 0,
               sizeof quiet->mask, 0, 0);
}
