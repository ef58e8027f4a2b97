#include "segment_dir.h"

#include "own_libc.h"
#include "process_facts.h"
#include "shm_layout.h"
#include "spile/reader.h"

#include <stdlib.h>
#include <sys/stat.h>

static const char *in_environment(const char *name) {
  const char *text = secure_getenv(name);
  return text != NULL && *text == '/' ? text : NULL;
}

static size_t put(char *out, size_t size, size_t at, const char *text) {
  for (; *text != '\0'; ++text, ++at)
    if (at + 1 < size)
      out[at] = *text;
  if (size > 0)
    out[at < size ? at : size - 1] = '\0';
  return at;
}

static size_t put_number(char *out, size_t size, size_t at, uint64_t number) {
  char digits[21];
  size_t first = sizeof digits - 1;
  digits[first] = '\0';
  do {
    digits[--first] = (char)('0' + number % 10);
    number /= 10;
  } while (number != 0);
  return put(out, size, at, digits + first);
}

int spile_segment_dir(char *out, size_t size) {
  const char *set = secure_getenv("SPILE_DIR");
  size_t at;
  if (set != NULL && *set != '\0') {
    at = put(out, size, 0, set);
  } else if (in_environment("XDG_RUNTIME_DIR") != NULL) {
    at = put(out, size, 0, in_environment("XDG_RUNTIME_DIR"));
    at = put(out, size, at, "/spile");
  } else {
    at = put(out, size, 0, "/dev/shm/spile-");
    at = put_number(out, size, at, geteuid());
  }
  return at < size ? 0 : -ENAMETOOLONG;
}

/* A descriptor of `dir`, if only this user can put files there. */
static int open_dir(const char *dir) {
  struct stat about;
  if (spile_mkdir(dir, 0700) != 0 && errno != EEXIST)
    return -errno;
  int fd = spile_open(dir, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0)
    return errno == ENOTDIR || errno == ELOOP ? -EPERM : -errno;
  if (fstat(fd, &about) == 0 && about.st_uid == geteuid() &&
      (about.st_mode & (S_IWGRP | S_IWOTH)) == 0)
    return fd;
  spile_close(fd);
  return -EPERM;
}

static void make_safe(const char *name, char safe[64]) {
  size_t length = 0;
  for (; name[length] != '\0' && length + 1 < 64; ++length) {
    char c = name[length];
    int plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '+' ||
                (c == '.' && length != 0);
    safe[length] = plain ? c : '_';
  }
  safe[length] = '\0';
  if (length == 0)
    put(safe, 64, 0, "unknown");
}

/* After a "/": NAME.PID.START.spile, or NAME+NTH.PID.START.spile from 2 on. Its
 * end; if that is not below `size`, it did not fit. */
static size_t put_file(char *path, size_t size, size_t at, const char *safe,
                       uint64_t nth, uint32_t pid, uint64_t start) {
  at = put(path, size, put(path, size, at, "/"), safe);
  if (nth > 1)
    at = put_number(path, size, put(path, size, at, "+"), nth);
  at = put_number(path, size, put(path, size, at, "."), pid);
  at = put_number(path, size, put(path, size, at, "."), start);
  return put(path, size, at, SPILE_SHM_SUFFIX);
}

/* exec keeps the process id and the start time, and so the name: this is how
 * many programs one process may have been. */
enum { PROGRAMS = 10000 };

int spile_segment_create(const char *dir, const char *name, uint32_t pid,
                         uint64_t start, char *path, size_t size) {
  char safe[64];
  make_safe(name, safe);
  int in = open_dir(dir), fd = -EEXIST;
  if (in < 0)
    return in;
  size_t end = put(path, size, 0, dir);
  for (uint64_t nth = 1; fd == -EEXIST && nth <= PROGRAMS; ++nth) {
    if (put_file(path, size, end, safe, nth, pid, start) >= size) {
      fd = -ENAMETOOLONG;
      break;
    }
    fd = spile_openat(in, path + end + 1,
                      O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
      fd = -errno;
  }
  spile_close(in);
  return fd;
}
