#include "shm_map.h"

#include "own_libc.h"
#include "shm_layout.h"

#include <sys/auxv.h>
#include <sys/stat.h>

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif

int spile_map_open(struct spile_map *map, char *at, uint64_t size, int fd) {
  int flags = fd < 0 ? MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
                     : MAP_SHARED | MAP_NORESERVE;
  if (at != NULL)
    flags |= MAP_FIXED;
  void *base = spile_mmap(at, size, PROT_NONE, flags, fd);
  if (base == MAP_FAILED)
    return -errno;
  spile_madvise(base, size, MADV_DONTDUMP);
  map->base = base;
  map->size = size;
  map->in_file = fd >= 0;
  struct stat about;
  if (fd >= 0 && fstat(fd, &about) == 0) {
    map->device = about.st_dev;
    map->inode = about.st_ino;
  }
  return 0;
}

void spile_map_close(struct spile_map *map) {
  if (map->base != NULL)
    spile_munmap(map->base, map->size);
  map->base = NULL;
}

/* For kernels before 5.14. */
static int reserve_by_path(const struct spile_map *map, uint64_t offset,
                           uint64_t bytes) {
  struct stat about;
  int fd = spile_open(map->path, O_RDWR | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0)
    return -errno;
  int error = -ESTALE;
  if (fstat(fd, &about) == 0 && about.st_dev == map->device &&
      about.st_ino == map->inode)
    error = -posix_fallocate(fd, (off_t)offset, (off_t)bytes);
  spile_close(fd);
  return error;
}

int spile_map_reserve(const struct spile_map *map, uint64_t offset,
                      uint64_t bytes) {
  uint64_t page = (uint64_t)getauxval(AT_PAGESZ);
  uint64_t from = offset & ~(page - 1);
  uint64_t to = (offset + bytes + page - 1) & ~(page - 1);
  if (to > map->size)
    to = map->size;
  if (to <= from)
    return 0;
  if (spile_mprotect(map->base + from, to - from, PROT_READ | PROT_WRITE) != 0)
    return -errno;
  if (!map->in_file)
    return 0;
  int error = EAGAIN;
  for (int tries = 0; tries < 8 && (error == EAGAIN || error == EINTR); ++tries)
    error = spile_madvise(map->base + from, to - from, MADV_POPULATE_WRITE) == 0
                ? 0
                : errno;
  if (error == EINVAL)
    return reserve_by_path(map, from, to - from);
  return error == EFAULT ? -ENOSPC : -error;
}
