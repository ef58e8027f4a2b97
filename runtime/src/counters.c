#include "report.h"
#include "runtime.h"
#include "shm_snapshot.h"

#include <errno.h>

#pragma GCC visibility push(default)
#include "spile/counters.h"
#pragma GCC visibility pop

static int look(struct spile_snapshot **snapshot) {
  struct spile_segment_bytes bytes;
  if (__atomic_load_n(&spile_runtime.phase, __ATOMIC_ACQUIRE) != SPILE_ON)
    return -ENODATA;
  int error = spile_segment_check(&bytes, spile_runtime.map.base,
                                  spile_runtime.map.size);
  return error == 0 ? spile_snapshot_of(&bytes, snapshot) : error;
}

int spile_print_worker_info(FILE *to) {
  struct spile_snapshot *snapshot;
  int error = look(&snapshot);
  if (error != 0)
    return error;
  spile_report_write(&spile_report_text, to, snapshot);
  spile_snapshot_free(snapshot);
  return ferror(to) ? -EIO : 0;
}

int spile_print_worker_info_of(FILE *to, uint32_t tid) {
  struct spile_snapshot *snapshot;
  int error = look(&snapshot);
  if (error != 0)
    return error;
  uint32_t found = snapshot->worker_count;
  for (uint32_t w = 0; w < snapshot->worker_count; ++w)
    if (snapshot->workers[w].tid == tid && tid != 0)
      found = w;
  if (found < snapshot->worker_count)
    spile_report_text.worker(to, snapshot, found, 1);
  else
    error = -ESRCH;
  spile_snapshot_free(snapshot);
  return error == 0 && ferror(to) ? -EIO : error;
}

int spile_for_each_count(spile_count_callback callback, void *context) {
  struct spile_snapshot *snapshot;
  int answer = look(&snapshot);
  if (answer != 0)
    return answer;
  const struct spile_counts *counts = snapshot->counts;
  for (uint32_t w = 0; w < snapshot->worker_count && answer == 0; ++w)
    for (uint32_t s = 0; s < snapshot->site_count && answer == 0; ++s)
      answer = callback(snapshot->workers + w, snapshot->sites + s, counts++,
                        context);
  spile_snapshot_free(snapshot);
  return answer;
}
