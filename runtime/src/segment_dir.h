/* segment_dir.h: the directory of the segments and the files in it.
 *
 * Nothing here allocates memory: the child of a fork runs it too.
 * Sources: docs/shm-format.md; proc(5), /proc/PID/stat. */
#ifndef SPILE_SEGMENT_DIR_H
#define SPILE_SEGMENT_DIR_H

#include <stddef.h>
#include <stdint.h>

/* Create a new empty segment file for the process (`name`, `pid`, `start`) in
 * `dir`, which is created if it is missing. The path is written to `path`. A
 * descriptor or a negative errno: -EPERM if the directory is not one that only
 * this user can write. A file that is there already is never taken: the name gets
 * a number then. */
int spile_segment_create(const char *dir, const char *name, uint32_t pid,
                         uint64_t start, char *path, size_t size);

/* If more than `keep` dead segments lie in `dir`, remove the oldest of them,
 * down to three quarters of `keep`. Returns how many. */
uint32_t spile_segment_prune(const char *dir, uint32_t keep);

#endif /* SPILE_SEGMENT_DIR_H */
