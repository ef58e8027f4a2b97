#include "own_libc.h"
#include "runtime.h"

#include <dlfcn.h>
#include <sys/auxv.h>

/* A module that was loaded once; its sites are table[first ... first + count).
 * `free` is set while it is unloaded: then its range waits for it. */
struct loaded_module {
  uint32_t name, first, count;
  int free;
};

enum { MODULES = 1024, CHAINS = 4096 };
static struct loaded_module modules[MODULES];
static uint32_t module_count;

/* Sites that came one by one: the same function may come again, from another
 * instantiation or a module that is loaded again. Index + 1 in the table. */
static uint32_t *chains, *chain_next;

static const unsigned char never = SPILE_I_OFF;

static int same(const struct spile_shm_site *record,
                const struct spile_i_site *site, uint32_t module) {
  const char *strings = spile_strings(&spile_runtime);
  return record->line == site->spile_i_line && record->module == module &&
         spile_equal(strings + record->name, site->spile_i_name) &&
         spile_equal(strings + record->file, site->spile_i_file);
}

/* The module's base name; before the lock is taken, as it takes the loader's.
 */
static void name_module(const struct spile_i_module *module, char *out,
                        size_t size) {
  Dl_info about = {NULL, NULL, NULL, NULL};
  const char *path = "";
  int known = dladdr(module, &about) != 0 && about.dli_fname != NULL;
  uintptr_t headers = (uintptr_t)getauxval(AT_PHDR);
  if (!known || headers - (uintptr_t)about.dli_fbase < SPILE_SHM_PAGE) {
    ssize_t got = spile_readlink("/proc/self/exe", out, size - 1);
    out[got > 0 ? got : 0] = '\0';
    path = out;
  } else {
    path = about.dli_fname;
  }
  const char *slash = spile_last(path, '/');
  path = slash == NULL ? path : slash + 1;
  size_t length = 0;
  for (; length < size - 1 && path[length] != '\0'; ++length)
    out[length] = path[length]; /* may lie in `out`, further on */
  out[length] = '\0';
}

/* Write the facts of `site` to record `index`, which is not published yet.
 * `before` is the record before it, whose strings may be the same ones. */
static int write_record(const struct spile_i_site *site, uint32_t index,
                        const struct spile_i_site *before, uint32_t module) {
  struct spile_shm_site *record = spile_site(&spile_runtime, index);
  record->line = site->spile_i_line;
  record->module = module;
  int error =
      spile_segment_string(&spile_runtime, site->spile_i_name, &record->name);
  if (error == 0 && before != NULL &&
      before->spile_i_file == site->spile_i_file)
    record->file = record[-1].file;
  else if (error == 0)
    error =
        spile_segment_string(&spile_runtime, site->spile_i_file, &record->file);
  spile_modes(&spile_runtime)[index] = spile_runtime.mode_first;
  return error;
}

static void drop(uint64_t sites) {
  __atomic_fetch_add(&spile_runtime.header->dropped_sites, sites,
                     __ATOMIC_RELAXED);
}

/* Append up to `count` sites; returns how many found room. */
static uint32_t append(const struct spile_i_site *sites, uint32_t count,
                       uint32_t module) {
  struct spile_shm_header *header = spile_runtime.header;
  uint32_t first = header->site_count, done = 0;
  uint64_t most = header->sites.capacity - first;
  if (count > most) {
    drop(count - most);
    count = (uint32_t)most;
  }
  if (count != 0 &&
      spile_segment_room(&spile_runtime, (uint64_t)first + count) == 0)
    while (done < count &&
           write_record(sites + done, first + done,
                        done == 0 ? NULL : sites + done - 1, module) == 0)
      ++done;
  drop(count - done);
  spile_segment_clock(&spile_runtime);
  __atomic_store_n(&header->site_count, first + done, __ATOMIC_RELEASE);
  return done;
}

/* The same module, unloaded before; null if there is none. */
static struct loaded_module *find_again(const struct spile_i_site *sites,
                                        uint32_t count, const char *name) {
  for (uint32_t m = 0; m < module_count; ++m) {
    struct loaded_module *known = modules + m;
    if (!known->free || known->count != count ||
        !spile_equal(spile_strings(&spile_runtime) + known->name, name))
      continue;
    uint32_t i = 0;
    while (i < count && same(spile_site(&spile_runtime, known->first + i),
                             sites + i, known->name))
      ++i;
    if (i == count)
      return known;
  }
  return NULL;
}

static uint32_t module_name(const char *name) {
  uint32_t at = 0;
  for (uint32_t m = 0; m < module_count; ++m)
    if (spile_equal(spile_strings(&spile_runtime) + modules[m].name, name))
      return modules[m].name;
  if (spile_segment_string(&spile_runtime, name, &at) != 0)
    return 0;
  return at;
}

static void load(struct spile_i_module *module, const char *name) {
  uint32_t count = (uint32_t)(module->spile_i_end - module->spile_i_begin);
  struct loaded_module *known = find_again(module->spile_i_begin, count, name);
  if (known == NULL) {
    struct loaded_module fresh = {module_name(name),
                                  spile_runtime.header->site_count, 0, 0};
    fresh.count = append(module->spile_i_begin, count, fresh.name);
    module->spile_i_first = fresh.first;
    module->spile_i_reserved[0] = fresh.count;
    module->spile_i_reserved[1] = fresh.name;
    if (module_count < MODULES) {
      known = modules + module_count++;
      *known = fresh;
    }
  } else {
    known->free = 0;
    module->spile_i_first = known->first;
    module->spile_i_reserved[0] = known->count;
    module->spile_i_reserved[1] = known->name;
  }
  module->spile_i_runtime = known;
  __atomic_store_n(&module->spile_i_loaded, 1, __ATOMIC_RELEASE);
}

static void load_module(struct spile_i_module *module) {
  char name[256];
  struct spile_bracket bracket;
  name_module(module, name, sizeof name);
  spile_lock(&bracket);
  if (!module->spile_i_loaded && spile_start())
    load(module, name);
  spile_unlock(&bracket);
}

void spile_i_module_load(struct spile_i_module *module) {
  /* A module without listed sites is loaded by its first call. */
  if (module->spile_i_begin != module->spile_i_end)
    load_module(module);
}

void spile_i_module_unload(struct spile_i_module *module) {
  struct spile_bracket bracket;
  spile_lock(&bracket);
  struct loaded_module *known = module->spile_i_runtime;
  if (module->spile_i_loaded && known != NULL)
    known->free = 1;
  module->spile_i_runtime = NULL;
  __atomic_store_n(&module->spile_i_loaded, 0, __ATOMIC_RELEASE);
  spile_unlock(&bracket);
}

static uint32_t chain_of(const struct spile_i_site *site) {
  uint32_t hash = 2166136261u ^ site->spile_i_line;
  for (const char *at = site->spile_i_name; *at != '\0'; ++at)
    hash = (hash ^ (unsigned char)*at) * 16777619u;
  return hash % CHAINS;
}

static void make_chains(void) {
  uint64_t bytes =
      (CHAINS + spile_runtime.header->sites.capacity) * sizeof *chains;
  void *got = spile_mmap(NULL, bytes, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1);
  if (got == MAP_FAILED)
    return;
  chains = got;
  chain_next = chains + CHAINS;
}

/* The table index of an unlisted site; UINT32_MAX if there is no room. */
static uint32_t single(const struct spile_i_site *site) {
  uint32_t module = (uint32_t)site->spile_i_owner->spile_i_reserved[1];
  uint32_t chain = chain_of(site);
  if (chains == NULL)
    make_chains();
  if (chains != NULL)
    for (uint32_t at = chains[chain]; at != 0; at = chain_next[at - 1])
      if (same(spile_site(&spile_runtime, at - 1), site, module))
        return at - 1;
  if (append(site, 1, module) == 0)
    return UINT32_MAX;
  uint32_t index = spile_runtime.header->site_count - 1;
  if (chains != NULL) {
    chain_next[index] = chains[chain];
    chains[chain] = index + 1;
  }
  return index;
}

static void resolve(struct spile_i_site *site) {
  struct spile_i_module *module = site->spile_i_owner;
  uint32_t index = UINT32_MAX;
  if (module->spile_i_loaded) {
    uintptr_t at = (uintptr_t)site;
    if (at >= (uintptr_t)module->spile_i_begin &&
        at < (uintptr_t)module->spile_i_end) {
      uint64_t nth = (at - (uintptr_t)module->spile_i_begin) / sizeof *site;
      if (nth < module->spile_i_reserved[0])
        index = module->spile_i_first + (uint32_t)nth;
    } else {
      index = single(site);
    }
  }
  const unsigned char *mode = &never;
  if (index != UINT32_MAX) {
    mode = spile_modes(&spile_runtime) + index;
    __atomic_store_n(&site->spile_i_offset,
                     (uint32_t)(index * sizeof(struct spile_shm_slot)),
                     __ATOMIC_RELAXED);
  }
  __atomic_store_n(&site->spile_i_mode, mode, __ATOMIC_RELEASE);
}

void spile_registry_resolve(struct spile_i_site *site) {
  if (__atomic_load_n(&spile_runtime.phase, __ATOMIC_ACQUIRE) == SPILE_OFF) {
    __atomic_store_n(&site->spile_i_mode, &never, __ATOMIC_RELEASE);
    return;
  }
  if (!__atomic_load_n(&site->spile_i_owner->spile_i_loaded, __ATOMIC_ACQUIRE))
    load_module(site->spile_i_owner);
  struct spile_bracket bracket;
  spile_lock(&bracket);
  if (__atomic_load_n(&site->spile_i_mode, __ATOMIC_RELAXED) ==
      &site->spile_i_owner->spile_i_fresh)
    resolve(site);
  spile_unlock(&bracket);
}
