#include "spile/control.h"

#include "shm_snapshot.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct spile_control {
  struct spile_site_list list;
  uint8_t mode_on;
  void *map; /* whole pages around the modes; null without a site */
  size_t map_size;
  unsigned char *modes; /* [list.records] in `map` */
};

static int open_own(const char *path, uint64_t *size) {
  struct stat about;
  int fd = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
  int error = 0;
  if (fd < 0)
    return -errno;
  if (fstat(fd, &about) != 0 || !S_ISREG(about.st_mode))
    error = -EINVAL;
  else if (geteuid() != 0 && about.st_uid != geteuid())
    error = -EPERM;
  else if (about.st_size == 0)
    error = -EAGAIN;
  else if ((uint64_t)about.st_size < sizeof(struct spile_shm_header))
    error = -EMSGSIZE;
  if (error != 0) {
    close(fd);
    return error;
  }
  *size = (uint64_t)about.st_size;
  return fd;
}

static int read_facts(struct spile_control *control,
                      struct spile_segment_bytes *bytes, const char *base,
                      uint64_t size) {
  struct spile_process process;
  int error = spile_segment_check(bytes, base, size);
  if (error != 0)
    return error;
  spile_process_of(bytes, &process);
  if (process.state != SPILE_PROCESS_RUNNING)
    return -ESRCH;
  if (bytes->header.mode_on != 1 && bytes->header.mode_on != 2)
    return -EINVAL;
  control->mode_on = (uint8_t)bytes->header.mode_on;
  return spile_site_list_of(bytes, &control->list);
}

static int map_modes(struct spile_control *control, int fd, uint64_t offset) {
  uint64_t page = (uint64_t)sysconf(_SC_PAGESIZE);
  uint64_t from = offset & ~(page - 1);
  if (control->list.records == 0)
    return 0;
  size_t size = (size_t)(offset - from + control->list.records);
  void *map =
      mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, (off_t)from);
  if (map == MAP_FAILED)
    return -errno;
  control->map = map;
  control->map_size = size;
  control->modes = (unsigned char *)map + (offset - from);
  return 0;
}

static int fill(struct spile_control *control, int fd, uint64_t size) {
  struct spile_segment_bytes bytes;
  void *base = mmap(NULL, size, PROT_READ, MAP_SHARED | MAP_NORESERVE, fd, 0);
  if (base == MAP_FAILED)
    return -ENOMEM;
  int error = read_facts(control, &bytes, base, size);
  if (error == 0)
    error = map_modes(control, fd, bytes.header.modes.offset);
  munmap(base, size);
  return error;
}

int spile_control_open(const char *path, struct spile_control **control) {
  uint64_t size = 0;
  *control = NULL;
  int fd = open_own(path, &size);
  if (fd < 0)
    return fd;
  struct spile_control *made = calloc(1, sizeof *made);
  int error = made == NULL ? -ENOMEM : fill(made, fd, size);
  close(fd);
  if (error == 0)
    *control = made;
  else
    spile_control_close(made);
  return error;
}

void spile_control_close(struct spile_control *control) {
  if (control == NULL)
    return;
  if (control->map != NULL)
    munmap(control->map, control->map_size);
  free(control->list.sites);
  free(control);
}

uint32_t spile_control_count(const struct spile_control *control) {
  return control->list.count;
}

const struct spile_site_info *
spile_control_site(const struct spile_control *control, uint32_t index) {
  return control->list.sites + index;
}

uint8_t spile_control_mode_on(const struct spile_control *control) {
  return control->mode_on;
}

void spile_control_set(struct spile_control *control,
                       const unsigned char *chosen, uint8_t mode) {
  for (uint32_t i = 0; i < control->list.records; ++i)
    if (chosen[control->list.index[i]] != 0)
      __atomic_store_n(control->modes + i, mode, __ATOMIC_RELAXED);
}
