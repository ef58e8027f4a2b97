#define _GNU_SOURCE // gmtime_r, MSG_MORE
#include "header.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

const char *hd_header_reason(int status) {
  switch (status) {
  case 200:
    return "OK";
  case 206:
    return "Partial Content";
  case 301:
    return "Moved Permanently";
  case 304:
    return "Not Modified";
  case 400:
    return "Bad Request";
  case 403:
    return "Forbidden";
  case 404:
    return "Not Found";
  case 405:
    return "Method Not Allowed";
  case 413:
    return "Content Too Large";
  case 414:
    return "URI Too Long";
  case 416:
    return "Range Not Satisfiable";
  case 431:
    return "Request Header Fields Too Large";
  case 501:
    return "Not Implemented";
  case 503:
    return "Service Unavailable";
  case 505:
    return "HTTP Version Not Supported";
  default:
    return "Internal Server Error";
  }
}

void hd_header_date(time_t time, char text[HD_DATE_MAX]) {
  struct tm parts;
  gmtime_r(&time, &parts);
  strftime(text, HD_DATE_MAX, "%a, %d %b %Y %H:%M:%S GMT", &parts);
}

__attribute__((format(printf, 2, 3))) static void
hd_header_add(struct hd_response *response, const char *format, ...) {
  size_t room = sizeof(response->head) - response->size;
  va_list values;
  va_start(values, format);
  int length = vsnprintf(response->head + response->size, room, format, values);
  va_end(values);
  if (length > 0)
    response->size += (size_t)length < room ? (size_t)length : room - 1;
}

// An encoded path is up to three times as long, which still fits.
static void hd_header_add_location(struct hd_response *response) {
  hd_header_add(response, "Location: ");
  for (const char *c = response->path; *c != '\0'; c++) {
    if ((*c >= '0' && *c <= '9') || (*c >= 'A' && *c <= 'Z') ||
        (*c >= 'a' && *c <= 'z') || strchr("/-._~", *c) != NULL)
      hd_header_add(response, "%c", *c);
    else
      hd_header_add(response, "%%%02X", (unsigned)(unsigned char)*c);
  }
  hd_header_add(response, "/\r\n");
}

static bool hd_header_has_page(int status) {
  return status != 200 && status != 206 && status != 304;
}

void hd_header_prepare(struct hd_response *response) {
  char page[160];
  char date[HD_DATE_MAX];
  const char *reason = hd_header_reason(response->status);
  response->size = response->sent = 0;
  if (hd_header_has_page(response->status)) {
    response->length = (uint64_t)snprintf(
        page, sizeof(page), "<!doctype html><title>%d %s</title><h1>%s</h1>\n",
        response->status, reason, reason);
    response->type = "text/html; charset=utf-8";
  }

  hd_header_date(time(NULL), date);
  hd_header_add(response, "HTTP/1.1 %d %s\r\nServer: httpd\r\nDate: %s\r\n",
                response->status, reason, date);
  if (response->status != 304)
    hd_header_add(response,
                  "Content-Type: %s\r\nContent-Length: %" PRIu64 "\r\n",
                  response->type, response->length);
  if (response->modified != 0) {
    hd_header_date(response->modified, date);
    hd_header_add(response, "Last-Modified: %s\r\nAccept-Ranges: bytes\r\n",
                  date);
  }
  if (response->status == 206)
    hd_header_add(response,
                  "Content-Range: bytes %" PRIu64 "-%" PRIu64 "/%" PRIu64
                  "\r\n",
                  response->first, response->first + response->length - 1,
                  response->total);
  else if (response->status == 416)
    hd_header_add(response, "Content-Range: bytes */%" PRIu64 "\r\n",
                  response->total);
  else if (response->status == 405)
    hd_header_add(response, "Allow: GET, HEAD\r\n");
  else if (response->status == 301)
    hd_header_add_location(response);
  hd_header_add(response, "Connection: %s\r\n\r\n",
                response->keep_alive ? "keep-alive" : "close");
  if (hd_header_has_page(response->status) && !response->head_only)
    hd_header_add(response, "%s", page);
}

int hd_header_send(struct hd_response *response, int sock, bool more) {
  while (response->sent < response->size) {
    ssize_t sent = send(sock, response->head + response->sent,
                        response->size - response->sent,
                        MSG_NOSIGNAL | (more ? MSG_MORE : 0));
    if (sent < 0 && errno != EINTR)
      return -errno;
    if (sent > 0)
      response->sent += (size_t)sent;
  }
  return 0;
}
