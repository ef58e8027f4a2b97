// The head of a response, with the text of an error behind it.
#ifndef HD_HEADER_H
#define HD_HEADER_H

#include "file.h"

#include <stdbool.h>
#include <stddef.h>

enum { HD_HEAD_MAX = 4608, HD_DATE_MAX = 32 };

struct hd_response {
  int status;
  bool keep_alive;
  bool head_only; // send no body
  uint64_t length;
  const char *type; // static
  time_t modified;  // 0: not given
  uint64_t first;   // of a 206
  uint64_t total;   // of a 206 or 416
  const char *path; // where a 301 leads to, decoded; used by prepare only
  size_t size;
  size_t sent;
  char head[HD_HEAD_MAX];
};

// The reason phrase, as "Not Found".
const char *hd_header_reason(int status);

// Writes an HTTP date to text.
void hd_header_date(time_t time, char text[HD_DATE_MAX]);

// Fills head and size from the fields above. For anything but 200, 206 and 304
// the body is a short page, which is part of head.
void hd_header_prepare(struct hd_response *response);

// Sends what is left of head; more says that a file follows. 0 when all is
// sent, -EAGAIN, or another negative errno.
int hd_header_send(struct hd_response *response, int sock, bool more);

#endif
