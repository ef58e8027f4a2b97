#include "shm_snapshot.h"

#include "process_facts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct spile_reader {
  struct spile_segment_bytes bytes;
};

static void copy_constants(struct spile_shm_header *to,
                           const struct spile_shm_header *from) {
  const size_t mode_on = offsetof(struct spile_shm_header, mode_on);
  memset(to, 0, sizeof *to);
  memcpy(to, from, offsetof(struct spile_shm_header, ended_ns));
  memcpy((char *)to + mode_on, (const char *)from + mode_on,
         offsetof(struct spile_shm_header, clock_latest) - mode_on);
}

int spile_segment_check(struct spile_segment_bytes *bytes, const char *base,
                        uint64_t size) {
  const struct spile_shm_header *header = (const void *)base;
  bytes->base = base;
  bytes->size = size;
  if (header->magic != SPILE_SHM_MAGIC)
    return header->magic == 0 ? -EAGAIN : -EINVAL;
  uint32_t version = __atomic_load_n(&header->version, __ATOMIC_ACQUIRE);
  if (version != SPILE_SHM_VERSION)
    return version == 0 ? -EAGAIN : -EPROTO;
  copy_constants(&bytes->header, header);
  if (bytes->header.header_size != sizeof *header)
    return -EINVAL;
  bytes->header.name[sizeof header->name - 1] = '\0';
  bytes->header.exe[sizeof header->exe - 1] = '\0';
  bytes->header.boot_id[sizeof header->boot_id - 1] = '\0';
  return spile_layout_check(&bytes->header, size);
}

int spile_reader_open(const char *path, struct spile_reader **reader) {
  struct stat about;
  *reader = NULL;
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0)
    return -errno;
  if (fstat(fd, &about) != 0 || !S_ISREG(about.st_mode)) {
    close(fd);
    return -EINVAL;
  }
  uint64_t size = (uint64_t)about.st_size;
  if (size < sizeof(struct spile_shm_header)) {
    close(fd);
    return size == 0 ? -EAGAIN : -EMSGSIZE;
  }
  struct spile_reader *made = calloc(1, sizeof *made);
  void *base = mmap(NULL, size, PROT_READ, MAP_SHARED | MAP_NORESERVE, fd, 0);
  int error = base == MAP_FAILED || made == NULL ? -ENOMEM : 0;
  close(fd);
  if (error == 0)
    error = spile_segment_check(&made->bytes, base, size);
  if (error == 0) {
    *reader = made;
    return 0;
  }
  if (base != MAP_FAILED)
    munmap(base, size);
  free(made);
  return error;
}

void spile_reader_close(struct spile_reader *reader) {
  if (reader == NULL)
    return;
  munmap((void *)(uintptr_t)reader->bytes.base, reader->bytes.size);
  free(reader);
}

static enum spile_process_state
state_of(const struct spile_segment_bytes *bytes) {
  const struct spile_shm_header *live = (const void *)bytes->base;
  char boot[40];
  if (__atomic_load_n(&live->ended, __ATOMIC_ACQUIRE) != 0)
    return SPILE_PROCESS_EXITED;
  spile_boot_id(boot);
  uint64_t start = spile_process_start(bytes->header.pid);
  return bytes->header.pid != 0 && start != 0 &&
                 start == bytes->header.process_start &&
                 memcmp(boot, bytes->header.boot_id, sizeof boot) == 0
             ? SPILE_PROCESS_RUNNING
             : SPILE_PROCESS_DIED;
}

void spile_process_of(const struct spile_segment_bytes *bytes,
                      struct spile_process *process) {
  const struct spile_shm_header *live = (const void *)bytes->base;
  const struct spile_shm_header *header = &bytes->header;
  memset(process, 0, sizeof *process);
  process->pid = header->pid;
  process->clock = SPILE_CLOCK_MONOTONIC;
  if (header->clock >= SPILE_CLOCK_TSC &&
      header->clock <= SPILE_CLOCK_THREAD_CPU)
    process->clock = (enum spile_clock)header->clock;
  memcpy(process->name, header->name, sizeof process->name);
  memcpy(process->exe, header->exe, sizeof process->exe);
  process->started_ns = header->started_ns;
  process->state = state_of(bytes);
  if (process->state == SPILE_PROCESS_EXITED)
    process->ended_ns = live->ended_ns;
  process->sites = __atomic_load_n(&live->site_count, __ATOMIC_RELAXED);
  process->workers = __atomic_load_n(&live->worker_count, __ATOMIC_RELAXED);
  process->dropped_sites =
      __atomic_load_n(&live->dropped_sites, __ATOMIC_RELAXED);
  process->pooled_threads =
      __atomic_load_n(&live->pooled_threads, __ATOMIC_RELAXED);
}

int spile_reader_process(struct spile_reader *reader,
                         struct spile_process *process) {
  spile_process_of(&reader->bytes, process);
  return 0;
}

int spile_reader_snapshot(struct spile_reader *reader,
                          struct spile_snapshot **snapshot) {
  return spile_snapshot_of(&reader->bytes, snapshot);
}

const char *spile_reader_strerror(int error) {
  switch (error) {
  case 0:
    return "no error";
  case -ENOENT:
    return "no such segment";
  case -EACCES:
    return "permission denied";
  case -EINVAL:
    return "not a spile segment, or a damaged one";
  case -EAGAIN:
    return "not complete yet: its process is starting";
  case -EPROTO:
    return "written by another version of spile";
  case -EMSGSIZE:
    return "truncated segment";
  case -ENOMEM:
    return "out of memory";
  }
  return "cannot be read";
}
