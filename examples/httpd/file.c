#define _GNU_SOURCE // O_PATH
#include "file.h"

#include "mime.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

void hd_file_init(struct hd_file *file) {
  memset(file, 0, sizeof(*file));
  file->fd = -1;
}

int hd_file_resolve(const char *path, char *clean) {
  size_t length = 0;
  int slash = 1;
  while (*path == '/')
    path++;
  clean[length++] = '/';
  while (*path != '\0') {
    size_t name = strcspn(path, "/");
    slash = path[name] == '/';
    if (name == 1 && path[0] == '.') {
      slash = 1;
    } else if (name == 2 && path[0] == '.' && path[1] == '.') {
      if (length == 1)
        return -EACCES;
      length--;
      while (clean[length - 1] != '/')
        length--;
      slash = 1;
    } else {
      if (length + name + 2 > HD_PATH_MAX)
        return -ENAMETOOLONG;
      memcpy(clean + length, path, name);
      length += name;
      clean[length++] = '/';
    }
    path += name;
    while (*path == '/')
      path++;
  }
  if (!slash && length > 1)
    length--;
  clean[length] = '\0';
  return 0;
}

// Opens the last name of clean, which has no slash at its end.
static int hd_file_walk(int root_fd, const char *clean) {
  char name[HD_PATH_MAX];
  int dir = root_fd;
  const char *rest = clean + 1;
  for (;;) {
    size_t length = strcspn(rest, "/");
    int last = rest[length] == '\0';
    memcpy(name, rest, length);
    name[length] = '\0';
    // O_NONBLOCK: a FIFO without a writer must not stop the worker.
    int flags = last ? O_RDONLY | O_NONBLOCK | O_NOCTTY : O_PATH | O_DIRECTORY;
    int fd = openat(dir, name, flags | O_NOFOLLOW | O_CLOEXEC);
    int error = errno;
    if (dir != root_fd)
      close(dir);
    if (fd < 0)
      return -error;
    if (last)
      return fd;
    dir = fd;
    rest += length + 1;
  }
}

static int hd_file_status(int error) {
  switch (-error) {
  case ENOENT:
  case ENOTDIR:
  case ENAMETOOLONG:
    return 404;
  case EACCES:
  case EPERM:
  case ELOOP:
  case ENXIO:
    return 403;
  case EMFILE:
  case ENFILE:
  case ENOMEM:
    return 503;
  default:
    return 500;
  }
}

int hd_file_open(struct hd_file *file, int root_fd, const char *clean) {
  char path[HD_PATH_MAX + sizeof("index.html")];
  size_t length = strlen(clean);
  int directory = clean[length - 1] == '/';
  memcpy(path, clean, length + 1);
  if (directory)
    memcpy(path + length, "index.html", sizeof("index.html"));
  if (strlen(path) >= HD_PATH_MAX)
    return 404;

  int fd = hd_file_walk(root_fd, path);
  if (fd < 0)
    return hd_file_status(fd);
  struct stat info;
  int status = 200;
  if (fstat(fd, &info) < 0)
    status = 500;
  else if (S_ISDIR(info.st_mode))
    status = directory ? 403 : 301;
  else if (!S_ISREG(info.st_mode))
    status = 403;
  if (status != 200) {
    close(fd);
    return status;
  }
  file->fd = fd;
  file->offset = 0;
  file->size = file->left = (uint64_t)info.st_size;
  file->modified = info.st_mtime;
  file->type = hd_mime_find(path);
  return status;
}

ssize_t hd_file_send(struct hd_file *file, int sock, size_t budget) {
  size_t part = file->left < budget ? (size_t)file->left : budget;
  ssize_t sent = sendfile(sock, file->fd, &file->offset, part);
  if (sent < 0)
    return errno == EINTR ? 0 : -errno;
  if (sent == 0 && part > 0)
    return -EIO;
  file->left -= (uint64_t)sent;
  return sent;
}

void hd_file_close(struct hd_file *file) {
  if (file->fd >= 0)
    close(file->fd);
  file->fd = -1;
}
