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

int spile_segment_create(const char *dir, const char *name, uint32_t pid,
                         uint64_t start, char *path, size_t size) {
  char safe[64];
  size_t length = 0;
  for (; name[length] != '\0' && length + 1 < sizeof safe; ++length) {
    char c = name[length];
    int plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '+' ||
                (c == '.' && length != 0);
    safe[length] = plain ? c : '_';
  }
  safe[length] = '\0';
  size_t at = put(path, size, 0, dir);
  at = put(path, size, at, "/");
  size_t file = at;
  at = put(path, size, at, length == 0 ? "unknown" : safe);
  at = put(path, size, at, ".");
  at = put_number(path, size, at, pid);
  at = put(path, size, at, ".");
  at = put_number(path, size, at, start);
  at = put(path, size, at, SPILE_SHM_SUFFIX);
  if (at >= size)
    return -ENAMETOOLONG;
  int in = open_dir(dir);
  if (in < 0)
    return in;
  int fd =
      spile_openat(in, path + file,
                   O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  int error = fd < 0 ? -errno : fd;
  spile_close(in);
  return error;
}
