#include "report.h"

#include <inttypes.h>
#include <string.h>

static void title(FILE *to, const struct spile_worker_info *info) {
  switch (info->kind) {
  case SPILE_WORKER_LIVE:
  case SPILE_WORKER_EXITED:
    fprintf(to, "Stat info for worker: %" PRIu32 "\n", info->tid);
    return;
  case SPILE_WORKER_FOLDED:
    fprintf(to, "Stat info for exited workers: %" PRIu32 "\n", info->threads);
    return;
  case SPILE_WORKER_POOLED:
    fprintf(to, "Stat info for pooled workers: %" PRIu32 "\n", info->threads);
    return;
  }
}

/* Longer names widen the column for the whole table. */
static int name_width(const struct spile_snapshot *snapshot) {
  size_t width = 25;
  for (uint32_t s = 0; s < snapshot->site_count; ++s) {
    size_t length = strlen(snapshot->sites[s].name);
    if (length < 200 && length + 1 > width)
      width = length + 1;
  }
  return (int)width;
}

static void worker(FILE *to, const struct spile_snapshot *snapshot,
                   uint32_t number, int first) {
  const struct spile_counts *counts =
      snapshot->counts + (size_t)number * snapshot->site_count;
  int width = name_width(snapshot);
  if (!first)
    fputc('\n', to);
  title(to, snapshot->workers + number);
  for (uint32_t s = 0; s < snapshot->site_count; ++s)
    fprintf(to, "%-*s: %8" PRIu64 " times: %9" PRIu64 " nanoseconds\n", width,
            snapshot->sites[s].name, counts[s].calls, counts[s].total_ns);
}

const struct spile_report_ops spile_report_text = {"text", worker};
