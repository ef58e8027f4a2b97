#include "own_libc.h"
#include "process_facts.h"
#include "runtime.h"
#include "segment_dir.h"

#include <sys/resource.h>

static const char *reason(int error) {
  switch (-error) {
  case EPERM:
    return "SPILE_DIR is not a directory that only this user can write";
  case EACCES:
    return "SPILE_DIR: permission denied";
  case ENOENT:
    return "SPILE_DIR: no such directory";
  case ENOSPC:
    return "SPILE_DIR: no space left";
  case EROFS:
    return "SPILE_DIR: read-only file system";
  case EFBIG:
    return "the file size limit is too low";
  case ENAMETOOLONG:
    return "SPILE_DIR: name too long";
  case EMFILE:
  case ENFILE:
    return "no file descriptor left";
  case ENOMEM:
    return "no memory left";
  }
  return "the file cannot be made";
}

static uint64_t limit_of(__rlimit_resource_t what, uint64_t share) {
  struct rlimit limit;
  if (getrlimit(what, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
    return UINT64_MAX;
  return limit.rlim_cur / share;
}

static uint64_t page(uint64_t bytes) {
  return (bytes + SPILE_SHM_PAGE - 1) & ~(uint64_t)(SPILE_SHM_PAGE - 1);
}

/* What is always in use: the header and the pooled block's first page. */
static int reserve_start(struct spile_runtime *runtime,
                         const struct spile_shm_header *plan) {
  runtime->room_sites = runtime->room_strings = 0;
  spile_zero(runtime->used, sizeof runtime->used);
  runtime->used[0] = 1u << SPILE_BLOCK_POOLED;
  runtime->header = (struct spile_shm_header *)(void *)runtime->map.base;
  int error =
      spile_map_reserve(&runtime->map, 0, sizeof(struct spile_shm_header));
  if (error == 0) {
    spile_copy(runtime->header, plan, sizeof *plan);
    error = spile_segment_room(runtime, 1);
  }
  return error;
}

static int make_file(struct spile_runtime *runtime,
                     const struct spile_shm_header *plan, char *at) {
  char dir[256];
  int error = spile_segment_dir(dir, sizeof dir);
  if (error != 0)
    return error;
  /* Going past this limit would raise SIGXFSZ in the program. */
  if (plan->size > limit_of(RLIMIT_FSIZE, 1))
    return -EFBIG;
  int fd = spile_segment_create(dir, plan->name, plan->pid, plan->process_start,
                                runtime->map.path, sizeof runtime->map.path);
  if (fd < 0)
    return fd;
  if (spile_ftruncate(fd, plan->size) != 0)
    error = -errno;
  if (error == 0)
    error = spile_map_open(&runtime->map, at, plan->size, fd);
  spile_close(fd);
  if (error == 0) {
    error = reserve_start(runtime, plan);
    if (error != 0 && at == NULL)
      spile_map_close(&runtime->map);
  }
  if (error != 0)
    spile_unlinkat(AT_FDCWD, runtime->map.path);
  else
    spile_segment_prune(dir, runtime->settings.keep);
  return error;
}

static void fill_facts(struct spile_runtime *runtime,
                       struct spile_shm_header *plan) {
  plan->magic = SPILE_SHM_MAGIC;
  plan->header_size = sizeof *plan;
  plan->pid = (uint32_t)spile_kernel(SYS_getpid, 0, 0, 0, 0, 0, 0);
  plan->process_start = spile_process_start(0);
  plan->clock = runtime->clock;
  plan->mode_on = runtime->mode_on;
  plan->started_ns = spile_clock_realtime();
  spile_boot_id(plan->boot_id);
  spile_exe_path(plan->exe, sizeof plan->exe);
  const char *slash = spile_last(plan->exe, '/');
  const char *name = slash == NULL ? plan->exe : slash + 1;
  size_t length = spile_length(name), most = sizeof plan->name - 1;
  spile_copy(plan->name, name, length < most ? length : most);
  plan->clock_first = spile_clock_pair(runtime->clock);
  plan->clock_latest[0] = plan->clock_first;
}

int spile_segment_make(struct spile_runtime *runtime, char *at, int in_file) {
  struct spile_shm_header plan;
  spile_zero(&plan, sizeof plan);
  fill_facts(runtime, &plan);
  uint64_t limit = limit_of(RLIMIT_AS, 8);
  if (at != NULL) { /* a fork's child: the addresses are given */
    plan.workers = runtime->header->workers;
    plan.modes = runtime->header->modes;
    plan.sites = runtime->header->sites;
    plan.strings = runtime->header->strings;
    plan.blocks = runtime->header->blocks;
    plan.size = runtime->header->size;
  } else {
    uint64_t file_limit = limit_of(RLIMIT_FSIZE, 1);
    spile_layout_plan(&plan, runtime->settings.max_sites,
                      runtime->settings.max_workers,
                      file_limit < limit ? file_limit : limit);
  }
  int error = in_file ? make_file(runtime, &plan, at) : -ENOSPC;
  if (error == 0)
    return 0;
  /* Not in the child of a fork: a server's descriptor 2 can be a client by
   * then. */
  if (at == NULL)
    spile_say("no segment (", reason(error), "): counters stay in memory");
  runtime->map.path[0] = '\0';
  error = spile_map_open(&runtime->map, at, plan.size, -1);
  return error == 0 ? reserve_start(runtime, &plan) : error;
}

void spile_segment_publish(struct spile_runtime *runtime) {
  __atomic_store_n(&runtime->header->version, SPILE_SHM_VERSION,
                   __ATOMIC_RELEASE);
}

static int reserve_element(struct spile_runtime *runtime,
                           const struct spile_shm_region *region, uint64_t from,
                           uint64_t to) {
  return spile_map_reserve(&runtime->map,
                           region->offset + from * region->stride,
                           (to - from) * region->stride);
}

static int grow_sites(struct spile_runtime *runtime, uint64_t to) {
  const struct spile_shm_header *header = runtime->header;
  uint64_t from = runtime->room_sites;
  int error = reserve_element(runtime, &header->modes, from, to);
  if (error == 0)
    error = reserve_element(runtime, &header->sites, from, to);
  for (uint64_t b = 0; b < header->blocks.capacity && error == 0; ++b) {
    if (runtime->used[b / 64] == 0)
      b |= 63;
    else if (runtime->used[b / 64] >> (b % 64) & 1)
      error =
          spile_map_reserve(&runtime->map,
                            header->blocks.offset + b * header->blocks.stride +
                                from * sizeof(struct spile_shm_slot),
                            (to - from) * sizeof(struct spile_shm_slot));
  }
  if (error == 0)
    runtime->room_sites = to;
  return error;
}

int spile_segment_room(struct spile_runtime *runtime, uint64_t count) {
  uint64_t most = runtime->header->sites.capacity;
  if (count <= runtime->room_sites)
    return 0;
  if (count > most)
    return -ENOSPC;
  uint64_t a_page = SPILE_SHM_PAGE / sizeof(struct spile_shm_slot);
  uint64_t exact = (count + a_page - 1) / a_page * a_page;
  uint64_t roomy = runtime->room_sites * 5 / 4 / a_page * a_page;
  exact = exact > most ? most : exact;
  roomy = roomy > most ? most : roomy;
  /* Sites that come one by one must not extend every block each time. */
  if (roomy > exact && grow_sites(runtime, roomy) == 0)
    return 0;
  return grow_sites(runtime, exact);
}

int spile_segment_use_block(struct spile_runtime *runtime, uint64_t block) {
  const struct spile_shm_header *header = runtime->header;
  if (runtime->used[block / 64] >> (block % 64) & 1)
    return 0;
  int error = spile_map_reserve(
      &runtime->map, header->blocks.offset + block * header->blocks.stride,
      runtime->room_sites * sizeof(struct spile_shm_slot));
  if (error == 0)
    runtime->used[block / 64] |= UINT64_C(1) << (block % 64);
  return error;
}

int spile_segment_use_worker(struct spile_runtime *runtime, uint32_t index) {
  struct spile_shm_header *header = runtime->header;
  int error = spile_segment_use_block(runtime, SPILE_BLOCK_WORKER + index);
  if (error == 0 && index >= header->worker_count)
    error = reserve_element(runtime, &header->workers, header->worker_count,
                            (uint64_t)index + 1);
  if (error == 0 && index >= header->worker_count)
    __atomic_store_n(&header->worker_count, index + 1, __ATOMIC_RELEASE);
  return error;
}

int spile_segment_string(struct spile_runtime *runtime, const char *text,
                         uint32_t *at) {
  struct spile_shm_header *header = runtime->header;
  uint64_t bytes = spile_length(text) + 1, from = header->string_bytes;
  if (bytes > header->strings.capacity - from)
    return -ENOSPC;
  if (from + bytes > runtime->room_strings) {
    uint64_t to = page(from + bytes + runtime->room_strings / 4);
    to = to > header->strings.capacity ? header->strings.capacity : to;
    int error =
        reserve_element(runtime, &header->strings, runtime->room_strings, to);
    if (error != 0)
      return error;
    runtime->room_strings = to;
  }
  spile_copy(spile_strings(runtime) + from, text, bytes);
  *at = (uint32_t)from;
  __atomic_store_n(&header->string_bytes, from + bytes, __ATOMIC_RELEASE);
  return 0;
}

void spile_segment_clock(struct spile_runtime *runtime) {
  struct spile_shm_header *header = runtime->header;
  uint32_t next = 1 - header->clock_index;
  struct spile_shm_clock_pair pair = spile_clock_pair(runtime->clock);
  __atomic_store_n(&header->clock_latest[next].ticks, pair.ticks,
                   __ATOMIC_RELAXED);
  __atomic_store_n(&header->clock_latest[next].ns, pair.ns, __ATOMIC_RELAXED);
  __atomic_store_n(&header->clock_index, next, __ATOMIC_RELEASE);
}
