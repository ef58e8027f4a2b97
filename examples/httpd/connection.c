#include "connection.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
  HD_REQUESTS_A_TURN = 16,    // then the other clients have a turn
  HD_BYTES_A_TURN = 1 << 20,  // as above
  HD_DRAIN_MAX = 16 * 1 << 20 // a client that sends more is cut off
};

struct hd_connection *hd_conn_create(int fd, int root_fd, uint64_t now_ms) {
  struct hd_connection *conn = calloc(1, sizeof(*conn));
  if (conn == NULL)
    return NULL;
  conn->fd = fd;
  conn->root_fd = root_fd;
  conn->state = HD_CONN_READING;
  conn->active_ms = now_ms;
  hd_file_init(&conn->file);
  hd_request_reset(&conn->request);
  return conn;
}

void hd_conn_destroy(struct hd_connection *conn) {
  hd_file_close(&conn->file);
  close(conn->fd);
  free(conn);
}

bool hd_conn_touch(struct hd_connection *conn, uint64_t now_ms) {
  if (conn->state == HD_CONN_DRAINING)
    return false;
  conn->active_ms = now_ms;
  return true;
}

uint64_t hd_conn_time_left(const struct hd_connection *conn, uint64_t now_ms,
                           uint64_t idle_ms) {
  uint64_t idle = now_ms - conn->active_ms;
  return idle < idle_ms ? idle_ms - idle : 0;
}

static void hd_conn_consume(struct hd_connection *conn, size_t bytes) {
  conn->size -= bytes;
  memmove(conn->input, conn->input + bytes, conn->size);
}

static void hd_conn_respond(struct hd_connection *conn, int status) {
  struct hd_response *response = &conn->response;
  response->status = status;
  response->head_only = conn->request.method == HD_METHOD_HEAD;
  hd_header_prepare(response);
  if (response->head_only || (status != 200 && status != 206))
    hd_file_close(&conn->file);
  conn->state = HD_CONN_SENDING;
}

// A file has been opened: all of it, a part of it, or only the news that it
// has not changed.
static int hd_conn_respond_file(struct hd_connection *conn) {
  struct hd_response *response = &conn->response;
  struct hd_file *file = &conn->file;
  char date[HD_DATE_MAX];
  uint64_t first;
  response->modified = file->modified;
  response->type = file->type;
  response->total = file->size;
  hd_header_date(file->modified, date);
  if (strcmp(date, conn->request.since) == 0)
    return 304;
  if (conn->request.method == HD_METHOD_HEAD)
    conn->request.range.given = false; // ranges are for GET only
  int status = hd_request_range(&conn->request.range, file->size, &first,
                                &response->length);
  response->first = first;
  file->offset = (off_t)first;
  file->left = response->length;
  return status;
}

static void hd_conn_answer(struct hd_connection *conn) {
  struct hd_request *request = &conn->request;
  char path[HD_PATH_MAX];
  int status;
  conn->skip = request->body;
  // Whether the body comes after a final status is up to the client.
  conn->response.keep_alive =
      request->keep_alive && !(request->expect && request->body > 0);
  conn->response.modified = 0;
  if (request->method == HD_METHOD_OTHER) {
    hd_conn_respond(conn, 405);
    return;
  }
  int error = hd_file_resolve(request->path, path);
  if (error != 0)
    status = error == -EACCES ? 403 : 414;
  else
    status = hd_file_open(&conn->file, conn->root_fd, path);
  if (status == 200)
    status = hd_conn_respond_file(conn);
  conn->response.path = path;
  hd_conn_respond(conn, status);
  conn->response.path = NULL;
}

// From the bytes that are there to a response, if they are enough.
static enum hd_want hd_conn_begin(struct hd_connection *conn) {
  size_t skipped = conn->skip < conn->size ? (size_t)conn->skip : conn->size;
  hd_conn_consume(conn, skipped);
  conn->skip -= skipped;
  if (conn->skip > 0)
    return HD_WANT_READ;

  switch (hd_request_parse(&conn->request, conn->input, conn->size)) {
  case HD_PARSE_MORE:
    return HD_WANT_READ;
  case HD_PARSE_ERROR:
    conn->size = 0;
    conn->response.keep_alive = false;
    conn->response.modified = 0;
    hd_conn_respond(conn, conn->request.status);
    return HD_WANT_NOTHING;
  case HD_PARSE_DONE:
    break;
  }
  hd_conn_consume(conn, conn->request.parsed);
  hd_conn_answer(conn);
  return HD_WANT_NOTHING;
}

static enum hd_want hd_conn_send(struct hd_connection *conn) {
  bool body = conn->file.fd >= 0 && conn->file.left > 0;
  int error = hd_header_send(&conn->response, conn->fd, body);
  if (error != 0)
    return error == -EAGAIN ? HD_WANT_WRITE : HD_WANT_CLOSE;
  size_t budget = HD_BYTES_A_TURN;
  while (body && conn->file.left > 0) {
    if (budget == 0)
      return HD_WANT_WRITE;
    ssize_t sent = hd_file_send(&conn->file, conn->fd, budget);
    if (sent == -EAGAIN)
      return HD_WANT_WRITE;
    if (sent < 0)
      return HD_WANT_CLOSE;
    budget -= (size_t)sent;
  }
  return HD_WANT_NOTHING;
}

static enum hd_want hd_conn_finish(struct hd_connection *conn) {
  hd_file_close(&conn->file);
  hd_request_reset(&conn->request);
  if (conn->response.keep_alive) {
    conn->state = HD_CONN_READING;
    return HD_WANT_NOTHING;
  }
  if (shutdown(conn->fd, SHUT_WR) < 0)
    return HD_WANT_CLOSE;
  conn->state = HD_CONN_DRAINING;
  return HD_WANT_READ;
}

static enum hd_want hd_conn_advance(struct hd_connection *conn) {
  for (int turn = 0; turn < HD_REQUESTS_A_TURN; turn++) {
    enum hd_want want = HD_WANT_NOTHING;
    if (conn->state == HD_CONN_READING)
      want = hd_conn_begin(conn);
    if (want == HD_WANT_NOTHING)
      want = hd_conn_send(conn);
    if (want == HD_WANT_NOTHING)
      want = hd_conn_finish(conn);
    if (want != HD_WANT_NOTHING)
      return want;
  }
  return HD_WANT_WRITE;
}

static enum hd_want hd_conn_drain(struct hd_connection *conn) {
  ssize_t received = recv(conn->fd, conn->input, sizeof(conn->input), 0);
  if (received < 0)
    return errno == EAGAIN || errno == EINTR ? HD_WANT_READ : HD_WANT_CLOSE;
  conn->drained += (uint64_t)received;
  return received == 0 || conn->drained > HD_DRAIN_MAX ? HD_WANT_CLOSE
                                                       : HD_WANT_READ;
}

enum hd_want hd_conn_read(struct hd_connection *conn) {
  if (conn->state == HD_CONN_DRAINING)
    return hd_conn_drain(conn);
  // There is room: a full buffer without a request in it is an error.
  ssize_t received = recv(conn->fd, conn->input + conn->size,
                          sizeof(conn->input) - conn->size, 0);
  if (received < 0)
    return errno == EAGAIN || errno == EINTR ? HD_WANT_READ : HD_WANT_CLOSE;
  if (received == 0)
    return HD_WANT_CLOSE; // what came before has been answered
  conn->size += (size_t)received;
  return hd_conn_advance(conn);
}

enum hd_want hd_conn_write(struct hd_connection *conn) {
  return hd_conn_advance(conn);
}
