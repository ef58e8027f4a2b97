/* reader.h: read the counters of instrumented processes, alive or dead.
 *
 * Model
 *
 *   $SPILE_DIR/NAME.PID.START.spile      one segment a process
 *        │ spile_reader_open: map read-only, check every offset against the size
 *        ▼
 *   spile_reader ── spile_reader_snapshot ─▶ spile_snapshot: plain values,
 *                                            independent of the mapping
 *
 * A reader never writes to the segment and never slows its writer. The file may
 * be truncated, foreign or damaged: every function then answers an error, or
 * values clipped to what the file holds; none reads outside of the mapping.
 * A file that shrinks while it is mapped is the one thing that cannot be caught.
 *
 * Threads: a reader may be used by one thread at a time.
 * Sources: docs/shm-format.md. */
#ifndef SPILE_READER_H
#define SPILE_READER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum spile_clock {
  SPILE_CLOCK_TSC = 1,
  SPILE_CLOCK_MONOTONIC = 2,
  SPILE_CLOCK_THREAD_CPU = 3
};

/* What a process is doing, as told by its segment and by the kernel. */
enum spile_process_state {
  SPILE_PROCESS_RUNNING = 1,
  SPILE_PROCESS_EXITED = 2, /* ended through exit() or return from main */
  SPILE_PROCESS_DIED = 3    /* gone without a word: killed, _exit, exec */
};

struct spile_process {
  uint32_t pid;
  enum spile_process_state state;
  enum spile_clock clock;
  char name[64];      /* base name of the executable */
  char exe[256];      /* its path, cut to fit */
  int64_t started_ns; /* CLOCK_REALTIME */
  int64_t ended_ns;   /* CLOCK_REALTIME; 0 unless EXITED */
  uint32_t sites, workers;
  uint64_t dropped_sites;  /* sites that found no room: not counted */
  uint64_t pooled_threads; /* threads that found no worker of their own: their
                               calls are in the worker of kind POOLED */
};

struct spile_site_info {
  const char *name, *file, *module; /* never null; owned by the snapshot */
  uint32_t line;
  uint8_t mode; /* SPILE_I_OFF ... of spile.h */
};

enum spile_worker_kind {
  SPILE_WORKER_LIVE = 1,   /* its thread runs (ran, if the process is gone) */
  SPILE_WORKER_EXITED = 2, /* its thread ended; the counts are its own */
  SPILE_WORKER_FOLDED = 3, /* the sum of ended threads whose place was reused */
  SPILE_WORKER_POOLED = 4  /* the sum of threads that got no place */
};

struct spile_worker_info {
  enum spile_worker_kind kind;
  uint32_t tid;     /* kernel thread id; 0 for FOLDED and POOLED */
  uint32_t threads; /* how many threads are in it: 1, or the sum's size */
  char name[16];    /* the thread's name when it made its first call */
};

/* Times in nanoseconds. */
struct spile_counts {
  uint64_t calls;
  uint64_t total_ns;
  uint64_t min_ns, max_ns; /* 0 while timed == 0 */
  uint64_t
      timed; /* calls that total_ns stands for: all but those that were only
                     counted; an estimate where 1 in N was timed */
};

struct spile_snapshot {
  struct spile_process process;
  uint32_t site_count, worker_count;
  struct spile_site_info *sites;     /* [site_count] */
  struct spile_worker_info *workers; /* [worker_count], in order of attaching;
                                        FOLDED and POOLED last, if not empty */
  struct spile_counts *counts;       /* [worker_count * site_count], a worker's
                                        counts side by side */
};

struct spile_reader;

/* Open the segment file `path`. 0, or a negative errno: -ENOENT, -EACCES,
 * -EINVAL (not a segment), -EAGAIN (not complete yet: its process is starting),
 * -EPROTO (another version), -EMSGSIZE (truncated), -ENOMEM. `*reader` is the
 * caller's, to be given to spile_reader_close. */
int spile_reader_open(const char *path, struct spile_reader **reader);
void spile_reader_close(struct spile_reader *reader); /* null is fine */

/* The facts of the process, without counts. 0 or a negative errno. */
int spile_reader_process(struct spile_reader *reader,
                         struct spile_process *process);

/* All counts at one moment; each worker's values are whole, and two snapshots
 * never show a number of calls going back. Times are ticks times the clock's rate,
 * which a later read knows better: by some parts in a million they may differ
 * either way. `*snapshot` is the caller's. 0, -ENOMEM, or
 * -EAGAIN if ended threads were summed again and again during 100,000 tries. */
int spile_reader_snapshot(struct spile_reader *reader,
                          struct spile_snapshot **snapshot);
void spile_snapshot_free(struct spile_snapshot *snapshot); /* null is fine */

/* A sentence for an error of spile_reader_open; static storage. */
const char *spile_reader_strerror(int error);

/* The directory where segments are: $SPILE_DIR, else $XDG_RUNTIME_DIR/spile,
 * else /dev/shm/spile-UID. Writes a terminated path to `out`; 0 or
 * -ENAMETOOLONG. Does not create it. */
int spile_segment_dir(char *out, size_t size);

#ifdef __cplusplus
}
#endif
#endif /* SPILE_READER_H */
