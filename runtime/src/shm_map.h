/* shm_map.h: the address range of a segment.
 *
 * The whole range is mapped once, without access. A part of it becomes usable
 * when it is reserved: its pages are allocated there and then, so that a full
 * file system is an error of spile_map_reserve and never a SIGBUS in the
 * program, and so that mlockall() finds nothing to fill. No descriptor is kept:
 * reserving works after chroot() and setuid().
 *
 * Threads: call under the runtime's lock.
 * Sources: madvise(2), MADV_POPULATE_WRITE; mlockall(2). */
#ifndef SPILE_SHM_MAP_H
#define SPILE_SHM_MAP_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct spile_map {
  char *base;
  uint64_t size;
  int in_file; /* 0: private memory */
  dev_t device;
  ino_t inode;
  char path[512]; /* of the file */
};

/* Map `size` bytes of the new file `fd`, or private memory if `fd` < 0, at
 * `at` (replacing what is there) or anywhere if null. 0 or a negative errno. */
int spile_map_open(struct spile_map *map, char *at, uint64_t size, int fd);
void spile_map_close(struct spile_map *map);

/* Make [offset, offset + bytes) readable and writable, zero where it was not
 * used before. 0 or a negative errno: then it must not be touched. */
int spile_map_reserve(const struct spile_map *map, uint64_t offset,
                      uint64_t bytes);

#endif /* SPILE_SHM_MAP_H */
