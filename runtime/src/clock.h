/* clock.h: the clocks of the probes.
 *
 *   ticks  what a probe stores: the processor's counter with the clock tsc,
 *          nanoseconds with the others
 *   ns     nanoseconds
 *   pair   both at one moment; two pairs give the rate
 *
 * Threads: pure functions and reads; call from anywhere, signal handlers too.
 * Sources: Intel SDM volume 3, "Invariant TSC"; clock_gettime(2). */
#ifndef SPILE_CLOCK_H
#define SPILE_CLOCK_H

#include "shm_layout.h"
#include "spile/reader.h"

struct spile_ticks {
  uint64_t v;
};
struct spile_ns {
  uint64_t v;
};

/* Whether this machine's tick counter runs at one rate on all processors and
 * may be read by this process. */
int spile_clock_tsc_usable(void);

struct spile_ticks spile_clock_ticks(enum spile_clock clock);
struct spile_ns spile_clock_monotonic(void);
int64_t spile_clock_realtime(void); /* ns since 1970 */

struct spile_shm_clock_pair spile_clock_pair(enum spile_clock clock);

/* How many ns `ticks` are, by the rate between two pairs of that clock; 1:1 if
 * the pairs tell no rate. Never overflows: cut to UINT64_MAX. */
struct spile_ns spile_clock_to_ns(struct spile_ticks ticks,
                                  struct spile_shm_clock_pair from,
                                  struct spile_shm_clock_pair to);

/* The name that SPILE_CLOCK takes. */
const char *spile_clock_name(enum spile_clock clock);
/* 0 if there is no such clock. */
enum spile_clock spile_clock_named(const char *name);

#endif /* SPILE_CLOCK_H */
