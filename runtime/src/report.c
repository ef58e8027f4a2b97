#include "report.h"

#include "quiet.h"
#include "shm_snapshot.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static int idle(const struct spile_snapshot *snapshot, uint32_t worker) {
  const struct spile_counts *counts =
      snapshot->counts + (size_t)worker * snapshot->site_count;
  for (uint32_t s = 0; s < snapshot->site_count; ++s)
    if (counts[s].calls != 0)
      return 0;
  return 1;
}

void spile_report_write(const struct spile_report_ops *ops, FILE *to,
                        const struct spile_snapshot *snapshot) {
  int first = 1;
  for (uint32_t w = 0; w < snapshot->worker_count; ++w)
    if (!idle(snapshot, w)) {
      ops->worker(to, snapshot, w, first);
      first = 0;
    }
  if (first && snapshot->worker_count != 0)
    ops->worker(to, snapshot, 0, 1);
}

/* `pattern` with the process id in place of %p. */
static int expand(const char *pattern, char *out, size_t size) {
  size_t at = 0;
  for (; *pattern != '\0' && at + 1 < size; ++pattern) {
    if (pattern[0] == '%' && pattern[1] == 'p') {
      int put = snprintf(out + at, size - at, "%ld", (long)getpid());
      at += put > 0 ? (size_t)put : 0;
      ++pattern;
    } else {
      out[at++] = *pattern;
    }
  }
  if (*pattern != '\0' || at >= size)
    return -1;
  out[at] = '\0';
  return 0;
}

static FILE *open_report(const struct spile_settings *settings) {
  char path[512];
  int fd;
  if (strcmp(settings->report, "stderr") == 0) {
    fd = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  } else {
    if (expand(settings->report, path, sizeof path) != 0)
      return NULL;
    fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY, 0600);
  }
  if (fd < 0) {
    spile_say("SPILE_REPORT: cannot open ", settings->report, NULL);
    return NULL;
  }
  FILE *to = fdopen(fd, "a");
  if (to == NULL)
    close(fd);
  return to;
}

void spile_report_at_exit(const struct spile_settings *settings,
                          const char *base, uint64_t size) {
  const struct spile_report_ops *ops =
      settings->report[0] == '\0' ? &spile_report_null : &spile_report_text;
  struct spile_segment_bytes bytes;
  struct spile_snapshot *snapshot;
  if (ops == &spile_report_null ||
      spile_segment_check(&bytes, base, size) != 0 ||
      spile_snapshot_of(&bytes, &snapshot) != 0)
    return;
  FILE *to = open_report(settings);
  if (to != NULL) {
    struct spile_quiet quiet;
    spile_quiet_begin(&quiet);
    spile_report_write(ops, to, snapshot);
    fclose(to);
    spile_quiet_end(&quiet);
  }
  spile_snapshot_free(snapshot);
}
