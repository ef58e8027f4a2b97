/* control.h: switch the functions of a running process off and on.
 *
 * Model
 *
 *   spile_control_open ── check as a reader does, then map the mode bytes alone
 *        │                writable; the rest stays read-only
 *        ├─ spile_control_site ─▶ the functions, and their modes at that moment
 *        └─ spile_control_set  ─▶ a store of one byte a function; the process
 *                                 takes it at the function's next call
 *
 * Functions that come later, of a library that is loaded or an instance of a
 * template, begin as the process wants them to. A child made by fork begins with
 * its parent's modes and goes its own way then.
 *
 * Threads: a control may be used by one thread at a time; several of them, also
 * in several processes, may store at the same time, and the last store counts.
 * Sources: docs/shm-format.md, "Sites and modes". */
#ifndef SPILE_CONTROL_H
#define SPILE_CONTROL_H

#include <spile/reader.h>

#ifdef __cplusplus
extern "C" {
#endif

struct spile_control;

/* Open the segment file `path`, which must belong to the caller unless that is
 * root. 0, or a negative errno: those of spile_reader_open, -ELOOP (a symbolic
 * link), -EPERM (somebody else's), -ESRCH (its process has ended). `*control` is
 * the caller's, to be given to spile_control_close. */
int spile_control_open(const char *path, struct spile_control **control);
void spile_control_close(struct spile_control *control); /* null is fine */

/* How many functions there are; equal ones are one, as in a snapshot. */
uint32_t spile_control_count(const struct spile_control *control);

/* Function `index`, less than the count; `mode` is that of the opening. Owned by
 * the control. */
const struct spile_site_info *
spile_control_site(const struct spile_control *control, uint32_t index);

/* The mode that counts and times in this process: 1 or 2. */
uint8_t spile_control_mode_on(const struct spile_control *control);

/* Store `mode` for each function i whose `chosen[i]` is not 0. */
void spile_control_set(struct spile_control *control,
                       const unsigned char *chosen, uint8_t mode);

#ifdef __cplusplus
}
#endif
#endif /* SPILE_CONTROL_H */
