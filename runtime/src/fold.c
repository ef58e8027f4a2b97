/* Summing ended workers into the folded block, exactly for readers at any
 * moment and for a process that is killed at any moment:
 *
 *   1. spare block = block in force + the ended workers   (nobody reads it yet)
 *   2. workers' fold_of = n                               (means nothing yet)
 *   3. header.fold = n      the spare block is in force, those workers are
 * skipped
 *   4. the workers' blocks are cleared, their records freed
 *
 * A reader takes header.fold before and after, and starts again if it changed.
 */
#include "own_libc.h"
#include "runtime.h"

enum { BATCH = 32 };

int spile_thread_gone(const struct spile_runtime *runtime, uint32_t tid) {
  return spile_kernel(SYS_tgkill, (pid_t)runtime->header->pid, (pid_t)tid, 0, 0,
                      0, 0) != 0 &&
         errno == ESRCH;
}

/* The oldest ended workers whose threads run no code any more. */
static uint32_t choose(const struct spile_runtime *runtime, uint32_t want,
                       uint32_t chosen[BATCH]) {
  uint32_t count = 0, workers = runtime->header->worker_count;
  for (uint64_t last = 0; count < want;) {
    const struct spile_shm_worker *next = NULL;
    uint32_t index = 0;
    for (uint32_t i = 0; i < workers; ++i) {
      const struct spile_shm_worker *one = spile_worker(runtime, i);
      if (one->state == SPILE_SHM_EXITED && one->order > last &&
          (next == NULL || one->order < next->order)) {
        next = one;
        index = i;
      }
    }
    if (next == NULL)
      break;
    last = next->order;
    if (spile_thread_gone(runtime, next->tid))
      chosen[count++] = index;
  }
  return count;
}

static uint64_t get(const uint64_t *from) {
  return __atomic_load_n(from, __ATOMIC_RELAXED);
}
/* Release: who sees what step 4, or step 1 of the next time, wrote, sees step 3
 * as well, and so starts again. */
static void set(uint64_t *to, uint64_t value) {
  __atomic_store_n(to, value, __ATOMIC_RELEASE);
}

/* The end of a call that began before a fork may have a time and no count. */
static int is_used(const struct spile_shm_slot *slot) {
  return (get(&slot->calls) | get(&slot->total)) != 0;
}

static void add(struct spile_shm_slot *sum, const struct spile_shm_slot *slot) {
  uint64_t least = get(&slot->least), most = get(&slot->most);
  if (!is_used(slot))
    return;
  set(&sum->total, get(&sum->total) + get(&slot->total));
  if (least != 0 && (get(&sum->least) == 0 || least < get(&sum->least)))
    set(&sum->least, least);
  if (most > get(&sum->most))
    set(&sum->most, most);
  set(&sum->granted,
      get(&sum->granted) + get(&slot->granted) - get(&slot->left));
  set(&sum->weight, get(&sum->weight) + get(&slot->weight));
  set(&sum->calls, get(&sum->calls) + get(&slot->calls));
}

static void copy(struct spile_shm_slot *to, const struct spile_shm_slot *from) {
  set(&to->calls, get(&from->calls));
  set(&to->total, get(&from->total));
  set(&to->least, get(&from->least));
  set(&to->most, get(&from->most));
  set(&to->left, get(&from->left));
  set(&to->granted, get(&from->granted));
  set(&to->weight, get(&from->weight));
  set(&to->plan, get(&from->plan));
}

static void clear(struct spile_shm_slot *slot) {
  static const struct spile_shm_slot none;
  if (is_used(slot))
    copy(slot, &none);
}

uint32_t spile_fold(struct spile_runtime *runtime, uint32_t want) {
  struct spile_shm_header *header = runtime->header;
  uint32_t chosen[BATCH], sites = header->site_count;
  uint64_t now = header->fold + 1;
  uint64_t spare = SPILE_BLOCK_FOLDED + (now & 1);
  uint64_t in_force = SPILE_BLOCK_FOLDED + ((now - 1) & 1);
  if (spile_segment_use_block(runtime, SPILE_BLOCK_FOLDED) != 0 ||
      spile_segment_use_block(runtime, SPILE_BLOCK_FOLDED + 1) != 0)
    return 0;
  uint32_t count = choose(runtime, want < BATCH ? want : BATCH, chosen);
  if (count == 0)
    return 0;
  for (uint32_t s = 0; s < sites; ++s) {
    struct spile_shm_slot *sum = spile_slot(runtime, spare, s);
    copy(sum, spile_slot(runtime, in_force, s));
    for (uint32_t i = 0; i < count; ++i)
      add(sum, spile_slot(runtime, SPILE_BLOCK_WORKER + chosen[i], s));
  }
  set(&header->fold_threads[now & 1],
      header->fold_threads[(now - 1) & 1] + count);
  for (uint32_t i = 0; i < count; ++i)
    set(&spile_worker(runtime, chosen[i])->fold_of, now);
  __atomic_store_n(&header->fold, now, __ATOMIC_RELEASE);
  for (uint32_t i = 0; i < count; ++i) {
    for (uint32_t s = 0; s < sites; ++s)
      clear(spile_slot(runtime, SPILE_BLOCK_WORKER + chosen[i], s));
    __atomic_store_n(&spile_worker(runtime, chosen[i])->state, SPILE_SHM_FREE,
                     __ATOMIC_RELEASE);
  }
  runtime->exited -= count;
  return count;
}
