/* report.h: writing a snapshot for people.
 *
 * A report is an ops struct; report.c lists the kinds. The text is the table
 * that users of Monkey's libstats know.
 * Sources: DESIGN (docs/design.md), "The runtime". */
#ifndef SPILE_REPORT_H
#define SPILE_REPORT_H

#include "settings.h"
#include "spile/reader.h"

#include <stdio.h>

struct spile_report_ops {
  const char *name;
  /* Write worker number `worker` of the snapshot; `first` for the first one. */
  void (*worker)(FILE *to, const struct spile_snapshot *snapshot,
                 uint32_t worker, int first);
};

extern const struct spile_report_ops spile_report_text, spile_report_null;

/* All workers, without those that made no call, unless none did: then the first
 * one. */
void spile_report_write(const struct spile_report_ops *ops, FILE *to,
                        const struct spile_snapshot *snapshot);

/* What SPILE_REPORT asks for, from the segment of `size` bytes at `base`. */
void spile_report_at_exit(const struct spile_settings *settings,
                          const char *base, uint64_t size);

#endif /* SPILE_REPORT_H */
