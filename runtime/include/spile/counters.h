/* counters.h: an instrumented program looks at its own counters.
 *
 *   spile_print_worker_info      the report that SPILE_REPORT gives, now
 *   spile_print_worker_info_of   one thread's part of it
 *   spile_for_each_count         every (worker, function) with its numbers
 *
 * All of them work on one snapshot: values of one moment, in nanoseconds, while
 * the other threads go on counting. They allocate memory; do not call them from
 * signal handlers.
 *
 * Threads: any thread, at any time.
 * Sources: reader.h, docs/shm-format.md. */
#ifndef SPILE_COUNTERS_H
#define SPILE_COUNTERS_H

#include "spile/reader.h"

#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Print the table of all workers that made a call to `to`. 0 or a negative
 * errno: -ENODATA if nothing is recorded (SPILE=off, or no instrumented
 * function was ever loaded), -ENOMEM, -EIO if `to` has an error. */
int spile_print_worker_info(FILE *to);

/* The same for the thread with kernel id `tid` (gettid), called or not; if
 * several had that id, for the last one. -ESRCH if it made no call. */
int spile_print_worker_info_of(FILE *to, uint32_t tid);

/* Called for every worker and function; return other than 0 to stop. Pointers
 * are valid during the call only. */
typedef int (*spile_count_callback)(const struct spile_worker_info *worker,
                                    const struct spile_site_info *site,
                                    const struct spile_counts *counts,
                                    void *context);

/* Worker by worker in order of attaching, functions in the order of the table.
 * 0, a negative errno as above, or what `callback` returned to stop. */
int spile_for_each_count(spile_count_callback callback, void *context);

#ifdef __cplusplus
} /* extern "C" */
#endif
#endif /* SPILE_COUNTERS_H */
