// Parsing of a request, as its bytes come in.
//
// hd_request_parse is called with all the bytes of a request that are there;
// it goes on after the last whole line it has seen. Nothing in an hd_request
// points into these bytes.
#ifndef HD_REQUEST_H
#define HD_REQUEST_H

#include "file.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
  HD_REQUEST_MAX = 8192,      // request line and headers; above: 431
  HD_REQUEST_LINE_MAX = 4096, // above: 414
  HD_BODY_MAX = 65536         // bodies are skipped up to here; above: 413
};

enum hd_parse { HD_PARSE_MORE, HD_PARSE_DONE, HD_PARSE_ERROR };
enum hd_method { HD_METHOD_GET, HD_METHOD_HEAD, HD_METHOD_OTHER };

struct hd_range {
  bool given;
  bool suffix; // the last `last` bytes
  uint64_t first;
  uint64_t last; // inclusive; UINT64_MAX: up to the end
};

struct hd_request {
  size_t parsed;  // bytes of whole lines seen
  bool have_line; // the request line is among them
  int status;     // what to answer after HD_PARSE_ERROR
  enum hd_method method;
  int minor; // HTTP/1.minor
  bool keep_alive;
  int hosts; // Host headers seen
  bool expect;
  bool have_length;
  uint64_t body;
  struct hd_range range;
  char since[40];         // If-Modified-Since, "" if none
  char path[HD_PATH_MAX]; // decoded, without the query
};

void hd_request_reset(struct hd_request *request);

// After HD_PARSE_DONE request->parsed is where the body starts.
enum hd_parse hd_request_parse(struct hd_request *request, const char *data,
                               size_t length);

// Decodes %XX in source to path (HD_PATH_MAX bytes). 0, or the status: 400 for
// bad escapes and NUL, 414 if it does not fit.
int hd_request_decode(const char *source, size_t length, char *path);

// Applies a range to a file of size bytes: 200 (no range: all of it), 206, 416.
int hd_request_range(const struct hd_range *range, uint64_t size,
                     uint64_t *first, uint64_t *length);

#endif
