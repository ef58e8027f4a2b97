/* shm_layout.h: the bytes of a segment file; docs/shm-format.md in C.
 *
 *   header │ worker records │ modes │ site records │ strings │ blocks
 *                                                    block 0: pooled threads
 *                                                    block 1, 2: folded threads
 *                                                    block 3...: worker 0...
 *
 * Every number is in the byte order of the machine that wrote it. The file is
 * sparse: only what is in use has pages. All fields but the constants are
 * written by one process only, under its lock, except counters (their own
 * thread) and modes (whoever controls the process).
 *
 * Sources: docs/shm-format.md. */
#ifndef SPILE_SHM_LAYOUT_H
#define SPILE_SHM_LAYOUT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define SPILE_LAYOUT_ASSERT(what) static_assert(what, #what)
extern "C" {
#else
#define SPILE_LAYOUT_ASSERT(what) _Static_assert(what, #what)
#endif

#define SPILE_SHM_MAGIC UINT64_C(0x00454c4950532e01) /* "\1.SPILE\0" */
#define SPILE_SHM_VERSION 2u
#define SPILE_SHM_SUFFIX ".spile"

#define SPILE_SITES_MAX 131072u
#define SPILE_WORKERS_MAX 1024u
#define SPILE_STRING_BYTES (16u << 20)

#define SPILE_BLOCK_POOLED 0u
#define SPILE_BLOCK_FOLDED 1u /* and 2: the one in force is 1 + (fold & 1) */
#define SPILE_BLOCK_WORKER 3u

/* `capacity` elements of `stride` bytes from `offset` on; offset and stride are
 * multiples of 16, for blocks of 4096. */
struct spile_shm_region {
  uint64_t offset, stride, capacity;
};

/* The tick counter and CLOCK_MONOTONIC at one moment. */
struct spile_shm_clock_pair {
  uint64_t ticks, ns;
};

struct spile_shm_header {
  uint64_t magic;
  uint32_t version;     /* stored last, with release: 0 while being made */
  uint32_t header_size; /* sizeof(struct spile_shm_header) */
  uint64_t size;        /* of the whole file */
  uint32_t pid;
  uint32_t clock;         /* enum spile_clock */
  uint64_t process_start; /* field 22 of /proc/PID/stat */
  int64_t started_ns;     /* CLOCK_REALTIME */
  int64_t ended_ns;       /* CLOCK_REALTIME; 0 before the end */
  uint32_t ended;         /* 1: left through exit() */
  uint32_t mode_on;       /* the mode byte that switches a site on */
  char boot_id[40];       /* /proc/sys/kernel/random/boot_id */
  char name[64], exe[256];
  struct spile_shm_region workers, modes, sites, strings, blocks;
  struct spile_shm_clock_pair clock_first, clock_latest[2];
  uint32_t clock_index;  /* which of clock_latest is in force */
  uint32_t site_count;   /* stored after the records, with release */
  uint32_t worker_count; /* records ever used, with release */
  uint32_t reserved0;
  uint64_t string_bytes;
  uint64_t dropped_sites, pooled_threads;
  uint64_t fold;            /* how many times threads were folded */
  uint64_t fold_threads[2]; /* how many threads are in block 1, in block 2 */
};

enum spile_shm_worker_state {
  SPILE_SHM_FREE = 0,
  SPILE_SHM_LIVE = 1,
  SPILE_SHM_EXITED = 2
};

struct spile_shm_worker {
  uint32_t state; /* stored last when claimed, with release */
  uint32_t tid;
  uint64_t order;   /* of attaching, from 1 on */
  uint64_t fold_of; /* skip this worker while header.fold is this; 0: none */
  uint64_t name[2]; /* the bytes of char[16] */
  uint64_t reserved[3];
};

/* Offsets into the strings region, where strings end with a zero byte. */
struct spile_shm_site {
  uint32_t name, file, module, line;
};

/* The same as struct spile_i_slot of spile.h. */
struct spile_shm_slot {
  uint64_t calls, total, least, most;
  uint64_t left, granted, weight, plan;
};

SPILE_LAYOUT_ASSERT(sizeof(struct spile_shm_region) == 24);
SPILE_LAYOUT_ASSERT(sizeof(struct spile_shm_header) == 656);
SPILE_LAYOUT_ASSERT(offsetof(struct spile_shm_header, version) == 8);
SPILE_LAYOUT_ASSERT(offsetof(struct spile_shm_header, boot_id) == 64);
SPILE_LAYOUT_ASSERT(offsetof(struct spile_shm_header, workers) == 424);
SPILE_LAYOUT_ASSERT(offsetof(struct spile_shm_header, clock_first) == 544);
SPILE_LAYOUT_ASSERT(offsetof(struct spile_shm_header, site_count) == 596);
SPILE_LAYOUT_ASSERT(offsetof(struct spile_shm_header, fold) == 632);
SPILE_LAYOUT_ASSERT(sizeof(struct spile_shm_worker) == 64);
SPILE_LAYOUT_ASSERT(offsetof(struct spile_shm_worker, name) == 24);
SPILE_LAYOUT_ASSERT(sizeof(struct spile_shm_site) == 16);
SPILE_LAYOUT_ASSERT(sizeof(struct spile_shm_slot) == 64);

#define SPILE_SHM_PAGE 4096u

/* Fill in `header`'s regions and size for at most `sites` and `workers`, fewer
 * if the file would be larger than `limit` bytes. 0, or -EFBIG if even the
 * smallest does not fit (the smallest is filled in then). */
int spile_layout_plan(struct spile_shm_header *header, uint64_t sites,
                      uint64_t workers, uint64_t limit);

/* Whether every region of `header` lies inside of `size` bytes, aligned, with
 * the strides of this version. 0, -EINVAL, or -EMSGSIZE. */
int spile_layout_check(const struct spile_shm_header *header, uint64_t size);

#ifdef __cplusplus
}
#endif
#endif /* SPILE_SHM_LAYOUT_H */
