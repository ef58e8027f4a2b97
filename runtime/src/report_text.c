#include "report.h"

#include <inttypes.h>

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

static void worker(FILE *to, const struct spile_snapshot *snapshot,
                   uint32_t number, int first) {
  const struct spile_counts *counts =
      snapshot->counts + (size_t)number * snapshot->site_count;
  if (!first)
    fputc('\n', to);
  title(to, snapshot->workers + number);
  for (uint32_t s = 0; s < snapshot->site_count; ++s)
    fprintf(to, "%-25s: %8" PRIu64 " times: %9" PRIu64 " nanoseconds\n",
            snapshot->sites[s].name, counts[s].calls, counts[s].total_ns);
}

const struct spile_report_ops spile_report_text = {"text", worker};
