#include "own_libc.h"
#include "runtime.h"

static struct spile_bracket around_fork;

/* What the child takes over from its parent's segment. */
struct inherited {
  uint32_t sites;
  uint64_t string_bytes, dropped_sites;
  char *copy; /* modes, records, strings */
  uint64_t copy_bytes;
};

static void before(void) { spile_lock(&around_fork); }
static void in_parent(void) { spile_unlock(&around_fork); }

static int take(const struct spile_runtime *runtime, struct inherited *from) {
  const struct spile_shm_header *header = runtime->header;
  from->sites = header->site_count;
  from->string_bytes = header->string_bytes;
  from->dropped_sites = header->dropped_sites;
  uint64_t records = from->sites * sizeof(struct spile_shm_site);
  from->copy_bytes = from->sites + records + from->string_bytes;
  from->copy = spile_mmap(NULL, from->copy_bytes, PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS, -1);
  if (from->copy == MAP_FAILED)
    return -1;
  spile_copy(from->copy, spile_strings(runtime), from->string_bytes);
  spile_copy(from->copy + from->string_bytes, spile_site(runtime, 0), records);
  spile_copy(from->copy + from->string_bytes + records, spile_modes(runtime),
             from->sites);
  return 0;
}

static int give(struct spile_runtime *runtime, const struct inherited *from) {
  struct spile_shm_header *header = runtime->header;
  uint64_t records = from->sites * sizeof(struct spile_shm_site);
  if (spile_segment_room(runtime, from->sites) != 0 ||
      spile_map_reserve(&runtime->map, header->strings.offset,
                        from->string_bytes) != 0)
    return -1;
  runtime->room_strings = from->string_bytes & ~(uint64_t)(SPILE_SHM_PAGE - 1);
  spile_copy(spile_strings(runtime), from->copy, from->string_bytes);
  spile_copy(spile_site(runtime, 0), from->copy + from->string_bytes, records);
  spile_copy(spile_modes(runtime), from->copy + from->string_bytes + records,
             from->sites);
  header->string_bytes = from->string_bytes;
  header->dropped_sites = from->dropped_sites;
  header->site_count = from->sites;
  return 0;
}

/* The only thread that is left keeps its place: guards in flight point there.
 */
static int keep_worker(struct spile_runtime *runtime) {
  struct spile_shm_header *header = runtime->header;
  if (spile_i_block == NULL) {
    header->pooled_threads =
        runtime->have_key &&
        pthread_getspecific(runtime->key) == SPILE_THREAD_POOLED;
    return 0;
  }
  uint64_t block = (uint64_t)(spile_i_block - spile_block(runtime, 0)) /
                   header->blocks.stride;
  uint32_t index = (uint32_t)(block - SPILE_BLOCK_WORKER);
  if (spile_segment_use_worker(runtime, index) != 0)
    return -1;
  spile_thread_describe(runtime, spile_worker(runtime, index),
                        (uint32_t)spile_kernel(SYS_getpid, 0, 0, 0, 0, 0, 0));
  return 0;
}

static int rebuild(struct spile_runtime *runtime, const struct inherited *from,
                   int in_file) {
  if (spile_segment_make(runtime, runtime->map.base, in_file) != 0 ||
      give(runtime, from) != 0 || keep_worker(runtime) != 0)
    return -1;
  spile_segment_publish(runtime);
  return 0;
}

static void start_anew(struct spile_runtime *runtime) {
  struct inherited from;
  runtime->order = 0;
  runtime->exited = 0;
  runtime->full = 0;
  int error = take(runtime, &from);
  if (error == 0) {
    error = rebuild(runtime, &from, 1);
    if (error != 0) {
      if (runtime->map.path[0] != '\0')
        spile_unlinkat(AT_FDCWD, runtime->map.path);
      error = rebuild(runtime, &from, 0);
    }
    spile_munmap(from.copy, from.copy_bytes);
  }
  if (error != 0) { /* every site reads as off */
    /* That failing too leaves what is mapped now: nothing more can be done. */
    (void)spile_mmap(runtime->map.base, runtime->map.size, PROT_READ,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED,
                     -1);
    __atomic_store_n(&runtime->phase, SPILE_OFF, __ATOMIC_RELEASE);
  }
}

/* Nothing instrumented has run in the child yet: signals are blocked, and other
 * libraries' handlers come after this one. */
static void in_child(void) {
  spile_lock_after_fork();
  if (spile_runtime.phase == SPILE_ON)
    start_anew(&spile_runtime);
  spile_unlock(&around_fork);
}

void spile_fork_watch(void) { pthread_atfork(before, in_parent, in_child); }
