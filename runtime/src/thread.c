#include "own_libc.h"
#include "runtime.h"

#include <sys/prctl.h>

/* The ended workers that keep their own counts, and how many more may gather
 * before they are summed in one go. */
enum { KEPT = 64, MORE = 32 };

#pragma GCC visibility push(default)
__thread char *spile_i_block __attribute__((__tls_model__("initial-exec")));
#pragma GCC visibility pop

static void end_worker(struct spile_runtime *runtime,
                       struct spile_shm_worker *worker) {
  __atomic_store_n(&worker->state, SPILE_SHM_EXITED, __ATOMIC_RELEASE);
  ++runtime->exited;
}

/* The thread goes on for a while and may make more calls, from the destructors
 * of other keys: it keeps its block, which nobody takes before it is gone. */
static void on_thread_exit(void *value) {
  struct spile_runtime *runtime = &spile_runtime;
  struct spile_bracket bracket;
  if (value == SPILE_THREAD_POOLED)
    return;
  uintptr_t index = (uintptr_t)value - 1;
  spile_lock(&bracket);
  if (index < runtime->header->worker_count) {
    struct spile_shm_worker *worker = spile_worker(runtime, (uint32_t)index);
    if (worker->state == SPILE_SHM_LIVE &&
        worker->tid == (uint32_t)spile_kernel(SYS_gettid, 0, 0, 0, 0, 0, 0)) {
      end_worker(runtime, worker);
      spile_segment_clock(runtime);
    }
  }
  spile_unlock(&bracket);
}

int spile_thread_make_key(struct spile_runtime *runtime) {
  if (pthread_key_create(&runtime->key, on_thread_exit) != 0)
    return 0;
  /* glibc allocates memory for the values of later keys: not for us, who may be
   * in a signal handler. Such threads end unseen, until their place is needed.
   */
  if (runtime->key >= 32) {
    pthread_key_delete(runtime->key);
    return 0;
  }
  return 1;
}

/* Threads that ended without a word: the last destructors' calls, or no key. */
static void sweep(struct spile_runtime *runtime, uint32_t tid, int all) {
  for (uint32_t i = 0; i < runtime->header->worker_count; ++i) {
    struct spile_shm_worker *worker = spile_worker(runtime, i);
    if (worker->state == SPILE_SHM_LIVE &&
        (worker->tid == tid ||
         (all && spile_thread_gone(runtime, worker->tid))))
      end_worker(runtime, worker);
  }
}

/* A free record, one whose block is in use already if possible; UINT32_MAX if
 * there is none. */
static uint32_t find_free(const struct spile_runtime *runtime) {
  uint32_t found = UINT32_MAX;
  for (uint32_t i = 0; i < runtime->header->worker_count; ++i) {
    uint32_t block = SPILE_BLOCK_WORKER + i;
    if (spile_worker(runtime, i)->state != SPILE_SHM_FREE)
      continue;
    if (runtime->used[block / 64] >> (block % 64) & 1)
      return i;
    if (found == UINT32_MAX)
      found = i;
  }
  if (found == UINT32_MAX &&
      runtime->header->worker_count < runtime->header->workers.capacity)
    found = runtime->header->worker_count;
  return found;
}

static uint32_t claim(struct spile_runtime *runtime, uint32_t tid) {
  sweep(runtime, tid, 0);
  if (runtime->exited >= KEPT + MORE)
    spile_fold(runtime, MORE);
  uint32_t index = find_free(runtime);
  if (index != UINT32_MAX && spile_segment_use_worker(runtime, index) == 0)
    return index;
  /* No place, or no space for one: take those of ended threads. */
  sweep(runtime, tid, 1);
  if (spile_fold(runtime, MORE) == 0)
    return UINT32_MAX;
  index = find_free(runtime);
  return index != UINT32_MAX && spile_segment_use_worker(runtime, index) == 0
             ? index
             : UINT32_MAX;
}

static char *join_pool(struct spile_runtime *runtime) {
  __atomic_fetch_add(&runtime->header->pooled_threads, 1, __ATOMIC_RELAXED);
  if (runtime->have_key)
    pthread_setspecific(runtime->key, SPILE_THREAD_POOLED);
  else
    __atomic_store_n(&runtime->full, 1, __ATOMIC_RELAXED);
  return NULL;
}

/* A reader that sees some of this starts again, unless it sees all of it. */
void spile_thread_describe(struct spile_runtime *runtime,
                           struct spile_shm_worker *worker, uint32_t tid) {
  uint64_t name[2] = {0, 0};
  prctl(PR_GET_NAME, (char *)name);
  __atomic_store_n(&worker->tid, tid, __ATOMIC_RELEASE);
  __atomic_store_n(&worker->order, ++runtime->order, __ATOMIC_RELEASE);
  __atomic_store_n(&worker->fold_of, 0, __ATOMIC_RELEASE);
  __atomic_store_n(&worker->name[0], name[0], __ATOMIC_RELEASE);
  __atomic_store_n(&worker->name[1], name[1], __ATOMIC_RELEASE);
  __atomic_store_n(&worker->state, SPILE_SHM_LIVE, __ATOMIC_RELEASE);
}

static char *attach(struct spile_runtime *runtime) {
  uint32_t tid = (uint32_t)spile_kernel(SYS_gettid, 0, 0, 0, 0, 0, 0);
  uint32_t index = claim(runtime, tid);
  if (index == UINT32_MAX)
    return join_pool(runtime);
  struct spile_shm_worker *worker = spile_worker(runtime, index);
  spile_thread_describe(runtime, worker, tid);
  spile_segment_clock(runtime);
  if (runtime->have_key)
    pthread_setspecific(runtime->key, (void *)((uintptr_t)index + 1));
  spile_i_block = spile_block(runtime, SPILE_BLOCK_WORKER + index);
  return spile_i_block;
}

char *spile_i_thread_block(void) { return spile_i_block; }

char *spile_thread_attach(void) {
  struct spile_runtime *runtime = &spile_runtime;
  struct spile_bracket bracket;
  if (__atomic_load_n(&runtime->full, __ATOMIC_RELAXED) ||
      (runtime->have_key && pthread_getspecific(runtime->key) != NULL))
    return NULL;
  spile_lock(&bracket);
  /* A signal handler may have been first. */
  char *block = spile_i_block;
  if (block == NULL)
    block = attach(runtime);
  spile_unlock(&bracket);
  return block;
}
