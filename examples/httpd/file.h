// Files below the document root.
//
// A path is walked one name at a time and symbolic links are not followed, so
// that nothing outside of the root can be reached, whatever lies below it.
#ifndef HD_FILE_H
#define HD_FILE_H

#include <stdint.h>
#include <sys/types.h>
#include <time.h>

enum { HD_PATH_MAX = 1024 };

struct hd_file {
  int fd; // -1: none open
  off_t offset;
  uint64_t left; // bytes to be sent from offset on
  uint64_t size;
  time_t modified;
  const char *type; // static
};

void hd_file_init(struct hd_file *file);

// Writes path (decoded, starting with a slash) without ".", ".." and empty
// names to clean, which has HD_PATH_MAX bytes. Keeps a slash at the end.
// 0, -EACCES if it leads out of the root, -ENAMETOOLONG.
int hd_file_resolve(const char *path, char *clean);

// Opens what hd_file_resolve gave, or its index.html if it ends in a slash.
// Returns the HTTP status: 200, 301 (a directory named without its slash),
// 403, 404, 500 or 503. A file is open only after 200.
int hd_file_open(struct hd_file *file, int root_fd, const char *clean);

// Sends up to budget bytes to sock. Returns the number sent, -EAGAIN, or
// another negative errno; -EIO if the file has become shorter.
ssize_t hd_file_send(struct hd_file *file, int sock, size_t budget);

void hd_file_close(struct hd_file *file);

#endif
