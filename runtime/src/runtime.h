/* runtime.h: the state of the runtime in this process.
 *
 *   probe.c     what instrumented code calls; sample.c: which calls are timed
 *   registry.c  modules and sites ─▶ site table
 *   thread.c    threads ─▶ worker records and blocks; fold.c sums ended ones
 *   fork.c      the child's own segment
 *   segment.c   the segment: header, room in its regions, strings
 *   start.c     the first use, the end of the process
 *
 * Threads: all but `phase`, `clock`, `mode_...`, `key` (written once, before
 * `phase`) and `full` is used under the lock (lock.h).
 * Sources: DESIGN (docs/design.md), shm_layout.h. */
#ifndef SPILE_RUNTIME_H
#define SPILE_RUNTIME_H

#include "clock.h"
#include "lock.h"
#include "sample.h"
#include "settings.h"
#include "shm_layout.h"
#include "shm_map.h"

#include <pthread.h>

/* What this library exports. */
#pragma GCC visibility push(default)
#define SPILE_I_NO_MODULE
#include "spile/spile.h"
#pragma GCC visibility pop

enum spile_phase { SPILE_NEW, SPILE_ON, SPILE_OFF };

struct spile_runtime {
  enum spile_phase phase;
  enum spile_clock clock;
  unsigned char mode_on;    /* that which times */
  unsigned char mode_first; /* of sites when they are registered */
  unsigned char have_key;
  unsigned char full; /* no key and no place: every new thread is pooled */
  pthread_key_t key;  /* worker index + 1, or SPILE_THREAD_POOLED */
  struct spile_settings settings;
  struct spile_map map;
  struct spile_shm_header *header;
  uint64_t room_sites;   /* sites that modes, records and used blocks hold */
  uint64_t room_strings; /* bytes */
  uint64_t order;        /* of the last worker */
  uint32_t exited;       /* workers in that state */
  uint64_t used[(65536 + 64) / 64]; /* blocks that are reserved, a bit each */
};

extern struct spile_runtime spile_runtime;

#define SPILE_THREAD_POOLED ((void *)~(uintptr_t)0)

/* start.c: start unless started; the lock is held. Answers whether it is on. */
int spile_start(void);

/* segment.c. All return 0 or a negative errno. */
/* A new segment, in a file if `in_file` and if it can be, else in private
 * memory; at null, or in place of the one at `at`, with its layout. */
int spile_segment_make(struct spile_runtime *runtime, char *at, int in_file);
void spile_segment_publish(struct spile_runtime *runtime);
/* Room for `count` sites in all, in the table and in every used block. */
int spile_segment_room(struct spile_runtime *runtime, uint64_t count);
int spile_segment_use_block(struct spile_runtime *runtime, uint64_t block);
int spile_segment_use_worker(struct spile_runtime *runtime, uint32_t index);
/* Store a string; its offset is written to `at`. */
int spile_segment_string(struct spile_runtime *runtime, const char *text,
                         uint32_t *at);
void spile_segment_clock(struct spile_runtime *runtime);

static inline char *spile_block(const struct spile_runtime *runtime,
                                uint64_t block) {
  return runtime->map.base + runtime->header->blocks.offset +
         block * runtime->header->blocks.stride;
}
static inline struct spile_shm_slot *
spile_slot(const struct spile_runtime *runtime, uint64_t block, uint64_t site) {
  return (struct spile_shm_slot *)(void *)spile_block(runtime, block) + site;
}
static inline struct spile_shm_worker *
spile_worker(const struct spile_runtime *runtime, uint32_t index) {
  return (struct spile_shm_worker *)(void *)(runtime->map.base +
                                             runtime->header->workers.offset) +
         index;
}
static inline struct spile_shm_site *
spile_site(const struct spile_runtime *runtime, uint32_t index) {
  return (struct spile_shm_site *)(void *)(runtime->map.base +
                                           runtime->header->sites.offset) +
         index;
}
static inline unsigned char *spile_modes(const struct spile_runtime *runtime) {
  return (unsigned char *)runtime->map.base + runtime->header->modes.offset;
}
static inline char *spile_strings(const struct spile_runtime *runtime) {
  return runtime->map.base + runtime->header->strings.offset;
}

/* registry.c: give a site its slot and mode. */
void spile_registry_resolve(struct spile_i_site *site);

/* thread.c: the calling thread's block; null if it has none (pooled). */
char *spile_thread_attach(void);
int spile_thread_make_key(struct spile_runtime *runtime);
/* Make `worker`'s record that of the calling thread. */
void spile_thread_describe(struct spile_runtime *runtime,
                           struct spile_shm_worker *worker, uint32_t tid);

/* fold.c: sum up to `want` ended workers, oldest first, into the folded block
 * and free their records. Returns how many. */
uint32_t spile_fold(struct spile_runtime *runtime, uint32_t want);
/* Whether no thread of this process has this id any more. */
int spile_thread_gone(const struct spile_runtime *runtime, uint32_t tid);

/* fork.c */
void spile_fork_watch(void);

#endif /* SPILE_RUNTIME_H */
