/* settings.h: what the environment asks of the runtime.
 *
 *   SPILE=on|off        off: record nothing, create nothing
 *   SPILE_DIR           where segments are
 *   SPILE_CLOCK         tsc | monotonic | thread-cpu
 *   SPILE_REPORT        stderr | FILE (%p: the process id)
 *   SPILE_MAX_SITES     1 ... 1048576
 *   SPILE_MAX_WORKERS   1 ... 65536
 *   SPILE_KEEP          how many dead segments may lie in the directory
 *
 * Sources: docs/shm-format.md. */
#ifndef SPILE_SETTINGS_H
#define SPILE_SETTINGS_H

#include "spile/reader.h"

struct spile_settings {
  int off;
  unsigned char counts; /* the first mode of every site; 0: that which times */
  enum spile_clock clock; /* 0: not asked for */
  uint32_t max_sites, max_workers, keep;
  char report[256];
};

/* `lookup` answers the value of a variable or null. A bad value gets one line
 * on stderr, and the default is used. */
void spile_settings_read(struct spile_settings *settings,
                         const char *(*lookup)(const char *name));

/* One line on stderr: "spile: " and the parts; signal safe, errno is kept.
 * `b` and `c` may be null. */
void spile_say(const char *a, const char *b, const char *c);

#endif /* SPILE_SETTINGS_H */
