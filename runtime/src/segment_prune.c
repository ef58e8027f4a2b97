#include "own_libc.h"
#include "process_facts.h"
#include "segment_dir.h"
#include "shm_layout.h"

#include <sys/stat.h>

enum { MOST = 8192, NAME = 120 };

struct entry {
  int64_t changed; /* seconds */
  char name[NAME];
};

struct directory_entry { /* getdents64(2) */
  uint64_t inode;
  int64_t next;
  unsigned short length;
  unsigned char type;
  char name[];
};

/* PID and START of NAME.PID.START.spile; 0 if it is not of that form. */
static int parse(const char *name, uint32_t *pid, uint64_t *start) {
  size_t length = spile_length(name), suffix = sizeof SPILE_SHM_SUFFIX - 1;
  if (length >= NAME || length < suffix ||
      !spile_equal(name + length - suffix, SPILE_SHM_SUFFIX))
    return 0;
  uint64_t value[2] = {0, 0};
  const char *at = name + length - suffix;
  for (int part = 1; part >= 0; --part) {
    uint64_t unit = 1;
    const char *end = at;
    for (; at > name && at[-1] >= '0' && at[-1] <= '9'; --at, unit *= 10)
      value[part] += unit * (uint64_t)(at[-1] - '0');
    if (at == end || at == name || at[-1] != '.')
      return 0;
    --at;
  }
  *pid = (uint32_t)value[0];
  *start = value[1];
  return *pid != 0;
}

static uint32_t list(int dir, struct entry *entries) {
  char buffer[2048] __attribute__((aligned(8)));
  uint32_t count = 0;
  for (;;) {
    long got =
        spile_kernel(SYS_getdents64, dir, (long)buffer, sizeof buffer, 0, 0, 0);
    if (got <= 0)
      return count;
    for (long at = 0; at < got;) {
      const struct directory_entry *one = (const void *)(buffer + at);
      uint32_t pid;
      uint64_t start;
      if (count < MOST && parse(one->name, &pid, &start))
        spile_copy(entries[count++].name, one->name,
                   spile_length(one->name) + 1);
      at += one->length;
    }
  }
}

static uint32_t keep_dead(int dir, struct entry *entries, uint32_t count) {
  uint32_t dead = 0;
  for (uint32_t i = 0; i < count; ++i) {
    uint32_t pid;
    uint64_t start;
    struct stat about;
    if (!parse(entries[i].name, &pid, &start))
      continue;
    uint64_t now = spile_process_start(pid);
    if ((now != 0 && now == start) ||
        fstatat(dir, entries[i].name, &about, AT_SYMLINK_NOFOLLOW) != 0)
      continue;
    if (dead != i)
      spile_copy(entries[dead].name, entries[i].name, NAME);
    entries[dead++].changed = about.st_mtime;
  }
  return dead;
}

static uint32_t oldest(const struct entry *entries, uint32_t count) {
  uint32_t found = 0;
  for (uint32_t i = 1; i < count; ++i)
    if (entries[i].changed < entries[found].changed)
      found = i;
  return found;
}

uint32_t spile_segment_prune(const char *path, uint32_t keep) {
  uint32_t removed = 0;
  int dir = spile_open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (dir < 0)
    return 0;
  size_t bytes = MOST * sizeof(struct entry);
  struct entry *entries =
      spile_mmap(NULL, bytes, PROT_READ | PROT_WRITE,
                 MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1);
  if (entries != MAP_FAILED) {
    uint32_t count = list(dir, entries);
    if (count > keep)
      count = keep_dead(dir, entries, count);
    if (count > keep) {
      for (uint32_t target = keep - keep / 4; count > target; --count) {
        uint32_t which = oldest(entries, count);
        removed += spile_unlinkat(dir, entries[which].name) == 0;
        if (which != count - 1)
          spile_copy(entries + which, entries + count - 1, sizeof *entries);
      }
    }
    spile_munmap(entries, bytes);
  }
  spile_close(dir);
  return removed;
}
