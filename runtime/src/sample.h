/* sample.h: which calls are timed when 1 in 2^k is.
 *
 * Every call is timed with the probability 2^-k, independent of every other, so
 * that no rhythm of the program can hide from it and sums of (ticks times 2^k)
 * have the right expectation. The gap from one timed call to the next is drawn
 * from the geometric distribution and counted down in the slot, in steps of at
 * most SPILE_GRANT calls: after so many a change of the mode is noticed.
 *
 * Threads: each has its own random numbers; a plan is used by its own thread and
 * its signal handlers.
 * Sources: L. Devroye, Non-Uniform Random Variate Generation, X.2 (geometric);
 * S. Vigna, xorshift64*. */
#ifndef SPILE_SAMPLE_H
#define SPILE_SAMPLE_H

#include <stdint.h>

enum { SPILE_POWER_MAX = 16, SPILE_GRANT = 1024 };

/* How many calls further the next timed one is, 1 or more; 1 <= power <=
 * SPILE_POWER_MAX. */
uint64_t spile_sample_gap(unsigned power);

/* A counted call came to the end of what was granted. Answers whether it is to be
 * timed, and sets how many calls, 1 or more, may be counted until the next look.
 * `power` 0: none is ever timed. `*plan` is 0 at first. */
int spile_sample_next(uint64_t *plan, unsigned power, uint64_t *grant);

#endif /* SPILE_SAMPLE_H */
