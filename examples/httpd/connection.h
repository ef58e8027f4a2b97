// One client: its buffer, its request and the response to it.
//
//   READING ──▶ SENDING ──▶ READING (keep-alive)
//                      └──▶ DRAINING ──▶ closed
//
// A response that ends the connection is followed by DRAINING: to close while
// the client's bytes are unread would make the kernel throw away what the
// client has not read yet. A connection belongs to one worker.
#ifndef HD_CONNECTION_H
#define HD_CONNECTION_H

#include "file.h"
#include "header.h"
#include "request.h"

#include <stdbool.h>
#include <stdint.h>

enum hd_conn_state { HD_CONN_READING, HD_CONN_SENDING, HD_CONN_DRAINING };

// What a connection waits for.
enum hd_want { HD_WANT_NOTHING, HD_WANT_READ, HD_WANT_WRITE, HD_WANT_CLOSE };

struct hd_connection {
  int fd;
  int root_fd; // the server's
  enum hd_conn_state state;
  uint64_t skip;       // bytes of a body still to be skipped
  uint64_t drained;    // bytes thrown away while DRAINING
  uint64_t active_ms;  // when it last made progress
  struct hd_file file; // what is being sent
  struct hd_request request;
  struct hd_response response;
  struct hd_connection *chain; // these three are the worker's
  struct hd_connection *older;
  struct hd_connection *newer;
  size_t size; // of input
  char input[HD_REQUEST_MAX];
};

// Takes over fd, which must not block. NULL if there is no memory.
struct hd_connection *hd_conn_create(int fd, int root_fd, uint64_t now_ms);

// Closes the descriptors too.
void hd_conn_destroy(struct hd_connection *conn);

// To be called when fd can be read from or written to. Never blocks, and
// returns after a bounded amount of work: never HD_WANT_NOTHING.
enum hd_want hd_conn_read(struct hd_connection *conn);
enum hd_want hd_conn_write(struct hd_connection *conn);

// Notes progress; a connection that is DRAINING makes none.
bool hd_conn_touch(struct hd_connection *conn, uint64_t now_ms);

// Milliseconds until the connection has been idle for too long, 0 if it has.
uint64_t hd_conn_time_left(const struct hd_connection *conn, uint64_t now_ms,
                           uint64_t idle_ms);

#endif
