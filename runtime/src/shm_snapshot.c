#include "shm_snapshot.h"

#include "clock.h"
#include "process_facts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Folding happens at most once in so many thread ends that a reader which is
 * disturbed more often than this does not run at all. */
enum { TRIES = 100000 };

/* One worker of the segment and its counts of one moment, in ticks, by site. */
struct gathered {
  struct spile_worker_info info;
  uint64_t order;
  struct spile_shm_slot *slots;
};

struct gathering {
  const struct spile_segment_bytes *bytes;
  struct spile_site_list list;
  uint32_t room, count;
  struct gathered *workers;
};

static uint64_t get(const uint64_t *from) {
  return __atomic_load_n(from, __ATOMIC_ACQUIRE);
}

static const struct spile_shm_header *
live(const struct spile_segment_bytes *bytes) {
  return (const void *)bytes->base;
}

static uint64_t records_of(const struct spile_segment_bytes *bytes) {
  const struct spile_shm_header *header = &bytes->header;
  uint64_t count =
      __atomic_load_n(&live(bytes)->worker_count, __ATOMIC_ACQUIRE);
  uint64_t blocks = header->blocks.capacity - SPILE_BLOCK_WORKER;
  if (count > header->workers.capacity)
    count = header->workers.capacity;
  return count > blocks ? blocks : count;
}

static void add(struct spile_shm_slot *sum, const struct spile_shm_slot *slot) {
  uint64_t calls = get(&slot->calls);
  uint64_t least = get(&slot->least), most = get(&slot->most);
  sum->total += get(&slot->total);
  sum->calls += calls;
  if (least != 0 && (sum->least == 0 || least < sum->least))
    sum->least = least;
  if (most > sum->most)
    sum->most = most;
  sum->granted += get(&slot->granted) - get(&slot->left);
  sum->weight += get(&slot->weight);
}

static struct gathered *next(struct gathering *all) {
  if (all->count == all->room) {
    uint32_t room = all->room == 0 ? 16 : all->room * 2;
    struct gathered *more = realloc(all->workers, room * sizeof *more);
    if (more == NULL)
      return NULL;
    memset(more + all->room, 0, (room - all->room) * sizeof *more);
    all->workers = more;
    all->room = room;
  }
  struct gathered *one = all->workers + all->count;
  size_t bytes = (all->list.count + 1u) * sizeof *one->slots;
  if (one->slots == NULL)
    one->slots = malloc(bytes);
  if (one->slots == NULL)
    return NULL;
  memset(one->slots, 0, bytes);
  memset(&one->info, 0, sizeof one->info);
  return one;
}

static void read_block(const struct gathering *all, uint64_t block,
                       struct gathered *into) {
  const struct spile_shm_region *blocks = &all->bytes->header.blocks;
  const struct spile_shm_slot *slots =
      (const void *)(all->bytes->base + blocks->offset +
                     block * blocks->stride);
  for (uint32_t i = 0; i < all->list.records; ++i)
    add(into->slots + all->list.index[i], slots + i);
}

static int read_worker(struct gathering *all, uint64_t index, uint64_t fold) {
  const struct spile_shm_worker *record =
      (const struct spile_shm_worker *)(const void *)(all->bytes->base +
                                                      all->bytes->header.workers
                                                          .offset) +
      index;
  uint32_t state = __atomic_load_n(&record->state, __ATOMIC_ACQUIRE);
  if ((state != SPILE_SHM_LIVE && state != SPILE_SHM_EXITED) ||
      (fold != 0 && get(&record->fold_of) == fold))
    return 0;
  struct gathered *one = next(all);
  if (one == NULL)
    return -ENOMEM;
  one->info.kind =
      state == SPILE_SHM_LIVE ? SPILE_WORKER_LIVE : SPILE_WORKER_EXITED;
  one->info.tid = __atomic_load_n(&record->tid, __ATOMIC_ACQUIRE);
  one->info.threads = 1;
  uint64_t name[2] = {get(record->name), get(record->name + 1)};
  memcpy(one->info.name, name, sizeof one->info.name - 1);
  one->order = get(&record->order);
  read_block(all, SPILE_BLOCK_WORKER + index, one);
  ++all->count;
  return 0;
}

static int read_sum(struct gathering *all, enum spile_worker_kind kind,
                    uint64_t block, uint64_t threads) {
  struct gathered *one = next(all);
  if (one == NULL)
    return -ENOMEM;
  one->info.kind = kind;
  one->info.threads = threads > UINT32_MAX ? UINT32_MAX : (uint32_t)threads;
  one->order = UINT64_MAX - (kind == SPILE_WORKER_FOLDED);
  read_block(all, block, one);
  for (uint32_t s = 0; s < all->list.count; ++s)
    if (one->slots[s].calls != 0) {
      ++all->count;
      break;
    }
  return 0;
}

static int read_all(struct gathering *all, uint64_t fold) {
  const struct spile_shm_header *header = live(all->bytes);
  uint64_t records = records_of(all->bytes);
  int error = 0;
  all->count = 0;
  for (uint64_t i = 0; i < records && error == 0; ++i)
    error = read_worker(all, i, fold);
  if (error == 0 && fold != 0)
    error = read_sum(all, SPILE_WORKER_FOLDED, SPILE_BLOCK_FOLDED + (fold & 1),
                     get(&header->fold_threads[fold & 1]));
  if (error == 0)
    error = read_sum(all, SPILE_WORKER_POOLED, SPILE_BLOCK_POOLED,
                     get(&header->pooled_threads));
  return error;
}

static int gather(struct gathering *all) {
  const uint64_t *word = &live(all->bytes)->fold;
  for (int tries = 0; tries < TRIES; ++tries) {
    uint64_t fold = __atomic_load_n(word, __ATOMIC_ACQUIRE);
    int error = read_all(all, fold);
    if (error != 0 || get(word) == fold)
      return error;
  }
  return -EAGAIN;
}

static int by_order(const void *a, const void *b) {
  uint64_t x = ((const struct gathered *)a)->order;
  uint64_t y = ((const struct gathered *)b)->order;
  return x < y ? -1 : x > y;
}

/* The two pairs of clocks that tell the rate: the process's own if they lie far
 * enough apart, else its first and one of now, which only this boot knows. */
static void rate(const struct spile_segment_bytes *bytes,
                 struct spile_shm_clock_pair *from,
                 struct spile_shm_clock_pair *to) {
  const struct spile_shm_header *header = live(bytes);
  char boot[40];
  *from = bytes->header.clock_first;
  *to = *from;
  if (bytes->header.clock != SPILE_CLOCK_TSC)
    return;
  uint32_t index = __atomic_load_n(&header->clock_index, __ATOMIC_ACQUIRE) & 1;
  to->ticks = get(&header->clock_latest[index].ticks);
  to->ns = get(&header->clock_latest[index].ns);
  if (to->ns > from->ns && to->ns - from->ns >= 100000000u)
    return;
  spile_boot_id(boot);
  if (boot[0] != '\0' &&
      memcmp(boot, bytes->header.boot_id, sizeof boot) == 0 &&
      spile_clock_tsc_usable()) {
    struct spile_shm_clock_pair now = spile_clock_pair(SPILE_CLOCK_TSC);
    if (now.ns > to->ns && now.ticks > to->ticks)
      *to = now;
  }
}

static void convert(struct spile_counts *out, const struct spile_shm_slot *slot,
                    struct spile_shm_clock_pair from,
                    struct spile_shm_clock_pair to) {
  memset(out, 0, sizeof *out);
  out->calls = slot->calls;
  /* A call that is just being counted may be in one number and not the other. */
  uint64_t counted = slot->granted < slot->calls ? slot->granted : slot->calls;
  out->timed = slot->calls - counted + slot->weight;
  if (out->timed == 0 || slot->calls == 0)
    return;
  out->total_ns =
      spile_clock_to_ns((struct spile_ticks){slot->total}, from, to).v;
  out->min_ns =
      spile_clock_to_ns((struct spile_ticks){slot->least}, from, to).v;
  out->max_ns = spile_clock_to_ns((struct spile_ticks){slot->most}, from, to).v;
  /* A call that is being added may have its count in and not its time. */
  uint64_t mean = out->total_ns / out->timed;
  if (out->min_ns > mean)
    out->min_ns = mean;
  if (out->max_ns < mean)
    out->max_ns = out->total_ns % out->timed == 0 ? mean : mean + 1;
}

static struct spile_snapshot *build(struct gathering *all) {
  struct spile_shm_clock_pair from, to;
  size_t cells = (size_t)all->count * all->list.count;
  struct spile_snapshot *out = calloc(1, sizeof *out);
  if (out == NULL)
    return NULL;
  out->workers = calloc(all->count + 1u, sizeof *out->workers);
  out->counts = calloc(cells + 1, sizeof *out->counts);
  if (out->workers == NULL || out->counts == NULL) {
    spile_snapshot_free(out);
    return NULL;
  }
  rate(all->bytes, &from, &to);
  qsort(all->workers, all->count, sizeof *all->workers, by_order);
  for (uint32_t w = 0; w < all->count; ++w) {
    out->workers[w] = all->workers[w].info;
    for (uint32_t s = 0; s < all->list.count; ++s)
      convert(out->counts + (size_t)w * all->list.count + s,
              all->workers[w].slots + s, from, to);
  }
  out->sites = all->list.sites;
  all->list.sites = NULL;
  out->site_count = all->list.count;
  out->worker_count = all->count;
  return out;
}

int spile_snapshot_of(const struct spile_segment_bytes *bytes,
                      struct spile_snapshot **snapshot) {
  struct gathering all = {.bytes = bytes};
  *snapshot = NULL;
  int error = spile_site_list_of(bytes, &all.list);
  if (error != 0)
    return error;
  error = gather(&all);
  if (error == 0 && (*snapshot = build(&all)) == NULL)
    error = -ENOMEM;
  if (error == 0) {
    spile_process_of(bytes, &(*snapshot)->process);
    (*snapshot)->process.sites = (*snapshot)->site_count;
    (*snapshot)->process.workers = (*snapshot)->worker_count;
  }
  for (uint32_t w = 0; w < all.room; ++w)
    free(all.workers[w].slots);
  free(all.workers);
  free(all.list.sites);
  return error;
}

void spile_snapshot_free(struct spile_snapshot *snapshot) {
  if (snapshot == NULL)
    return;
  free(snapshot->sites);
  free(snapshot->workers);
  free(snapshot->counts);
  free(snapshot);
}
