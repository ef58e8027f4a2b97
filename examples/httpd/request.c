#include "request.h"

#include <string.h>
#include <strings.h>

struct hd_text {
  const char *data;
  size_t length;
};

void hd_request_reset(struct hd_request *request) {
  memset(request, 0, sizeof(*request));
}

static bool hd_text_is(struct hd_text text, const char *word) {
  return text.length == strlen(word) &&
         strncasecmp(text.data, word, text.length) == 0;
}

static bool hd_is_token_char(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         (c >= 'a' && c <= 'z') ||
         (c != '\0' && strchr("!#$%&'*+-.^_`|~", c) != NULL);
}

static bool hd_is_token(struct hd_text text) {
  for (size_t i = 0; i < text.length; i++) {
    if (!hd_is_token_char((unsigned char)text.data[i]))
      return false;
  }
  return text.length > 0;
}

static struct hd_text hd_text_trim(struct hd_text text) {
  while (text.length > 0 && (*text.data == ' ' || *text.data == '\t')) {
    text.data++;
    text.length--;
  }
  while (text.length > 0 && (text.data[text.length - 1] == ' ' ||
                             text.data[text.length - 1] == '\t'))
    text.length--;
  return text;
}

// Takes what stands before the separator off text; all of it if there is none.
static struct hd_text hd_text_cut(struct hd_text *text, char separator) {
  struct hd_text part = *text;
  const char *end =
      text->length > 0 ? memchr(text->data, separator, text->length) : NULL;
  if (end == NULL) {
    text->data += text->length;
    text->length = 0;
    return part;
  }
  part.length = (size_t)(end - part.data);
  text->data = end + 1;
  text->length -= part.length + 1;
  return part;
}

// Digits only, and only up to 2^63: enough for any file.
static bool hd_text_number(struct hd_text text, uint64_t *number) {
  *number = 0;
  for (size_t i = 0; i < text.length; i++) {
    if (text.data[i] < '0' || text.data[i] > '9')
      return false;
    if (*number > (UINT64_MAX / 2 - 9) / 10)
      return false;
    *number = *number * 10 + (uint64_t)(text.data[i] - '0');
  }
  return text.length > 0;
}

static int hd_hex_digit(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  if (c >= 'a' && c <= 'f')
    return c - 'a' + 10;
  if (c >= 'A' && c <= 'F')
    return c - 'A' + 10;
  return -1;
}

int hd_request_decode(const char *source, size_t length, char *path) {
  size_t used = 0;
  for (size_t i = 0; i < length; i++) {
    char c = source[i];
    if (c == '%') {
      int high = i + 2 < length ? hd_hex_digit(source[i + 1]) : -1;
      int low = i + 2 < length ? hd_hex_digit(source[i + 2]) : -1;
      if (high < 0 || low < 0)
        return 400;
      c = (char)(high * 16 + low);
      i += 2;
    }
    if (c == '\0')
      return 400;
    if (used + 1 >= HD_PATH_MAX)
      return 414;
    path[used++] = c;
  }
  path[used] = '\0';
  return 0;
}

static int hd_request_target(struct hd_request *request,
                             struct hd_text target) {
  for (size_t i = 0; i < target.length; i++) {
    unsigned char c = (unsigned char)target.data[i];
    if (c <= ' ' || c == 127)
      return 400;
  }
  if (target.length > 7 && strncasecmp(target.data, "http://", 7) == 0) {
    struct hd_text host = {target.data + 7, target.length - 7};
    size_t name = 0;
    while (name < host.length && strchr("/?#", host.data[name]) == NULL)
      name++;
    if (name == 0)
      return 400;
    target.data = host.data + name;
    target.length = host.length - name;
    if (target.length == 0 || target.data[0] != '/') {
      target.data = "/";
      target.length = 1;
    }
  }
  if (target.length == 0 || target.data[0] != '/')
    return 400;
  struct hd_text path = hd_text_cut(&target, '?');
  return hd_request_decode(path.data, path.length, request->path);
}

static int hd_request_line(struct hd_request *request, struct hd_text line) {
  if (line.length > HD_REQUEST_LINE_MAX)
    return 414;
  struct hd_text method = hd_text_cut(&line, ' ');
  struct hd_text target = hd_text_cut(&line, ' ');
  struct hd_text version = line;
  if (!hd_is_token(method))
    return 400;
  if (version.length != 8 || memcmp(version.data, "HTTP/", 5) != 0 ||
      version.data[5] < '0' || version.data[5] > '9' ||
      version.data[6] != '.' || version.data[7] < '0' || version.data[7] > '9')
    return 400;
  if (version.data[5] != '1')
    return 505;
  request->minor = version.data[7] - '0';
  request->keep_alive = request->minor >= 1;
  request->method = HD_METHOD_OTHER;
  if (method.length == 3 && memcmp(method.data, "GET", 3) == 0)
    request->method = HD_METHOD_GET;
  else if (method.length == 4 && memcmp(method.data, "HEAD", 4) == 0)
    request->method = HD_METHOD_HEAD;
  // "*" is a target of OPTIONS only, which is answered 405 like all others.
  if (request->method == HD_METHOD_OTHER && hd_text_is(target, "*"))
    return 0;
  return hd_request_target(request, target);
}

static void hd_request_connection(struct hd_request *request,
                                  struct hd_text value) {
  while (value.length > 0) {
    struct hd_text option = hd_text_trim(hd_text_cut(&value, ','));
    if (hd_text_is(option, "close"))
      request->keep_alive = false;
    else if (hd_text_is(option, "keep-alive") && request->minor == 0)
      request->keep_alive = true;
  }
}

static int hd_request_length(struct hd_request *request, struct hd_text value) {
  uint64_t length;
  if (!hd_text_number(value, &length))
    return 400;
  if (request->have_length && request->body != length)
    return 400;
  request->have_length = true;
  request->body = length;
  return 0;
}

// A range that is not understood, or more than one, is as if there were none.
static void hd_request_set_range(struct hd_request *request,
                                 struct hd_text value) {
  struct hd_range *range = &request->range;
  memset(range, 0, sizeof(*range));
  if (!hd_text_is(hd_text_trim(hd_text_cut(&value, '=')), "bytes") ||
      value.length == 0 || memchr(value.data, '-', value.length) == NULL)
    return;
  struct hd_text first = hd_text_trim(hd_text_cut(&value, '-'));
  struct hd_text last = hd_text_trim(value);
  if (first.length == 0) {
    range->suffix = range->given = hd_text_number(last, &range->last);
    return;
  }
  if (!hd_text_number(first, &range->first))
    return;
  range->last = UINT64_MAX;
  if (last.length > 0 &&
      (!hd_text_number(last, &range->last) || range->last < range->first))
    return;
  range->given = true;
}

int hd_request_range(const struct hd_range *range, uint64_t size,
                     uint64_t *first, uint64_t *length) {
  *first = 0;
  *length = size;
  if (!range->given)
    return 200;
  if (range->suffix) {
    if (range->last == 0 || size == 0)
      return 416;
    *length = range->last < size ? range->last : size;
    *first = size - *length;
    return 206;
  }
  if (range->first >= size)
    return 416;
  *first = range->first;
  *length = (range->last < size ? range->last + 1 : size) - range->first;
  return 206;
}

static int hd_request_header(struct hd_request *request, struct hd_text line) {
  const char *colon = memchr(line.data, ':', line.length);
  if (colon == NULL)
    return 400;
  struct hd_text name = hd_text_cut(&line, ':');
  struct hd_text value = hd_text_trim(line);
  // A folded line starts with a space, which is no token either.
  if (!hd_is_token(name))
    return 400;
  if (hd_text_is(name, "Host")) {
    request->hosts++;
  } else if (hd_text_is(name, "Connection")) {
    hd_request_connection(request, value);
  } else if (hd_text_is(name, "Content-Length")) {
    return hd_request_length(request, value);
  } else if (hd_text_is(name, "Transfer-Encoding")) {
    return 501;
  } else if (hd_text_is(name, "Expect")) {
    request->expect = true;
  } else if (hd_text_is(name, "Range")) {
    hd_request_set_range(request, value);
  } else if (hd_text_is(name, "If-Modified-Since") &&
             value.length < sizeof(request->since)) {
    memcpy(request->since, value.data, value.length);
    request->since[value.length] = '\0';
  }
  return 0;
}

static int hd_request_complete(const struct hd_request *request) {
  if (request->hosts > 1 || (request->minor >= 1 && request->hosts == 0))
    return 400;
  return request->body > HD_BODY_MAX ? 413 : 0;
}

static enum hd_parse hd_request_fail(struct hd_request *request, int status) {
  request->status = status;
  return HD_PARSE_ERROR;
}

enum hd_parse hd_request_parse(struct hd_request *request, const char *data,
                               size_t length) {
  for (;;) {
    struct hd_text line = {data + request->parsed, 0};
    size_t there = length - request->parsed;
    const char *end = there > 0 ? memchr(line.data, '\n', there) : NULL;
    if (end == NULL) {
      if (!request->have_line && there > HD_REQUEST_LINE_MAX)
        return hd_request_fail(request, 414);
      if (length >= HD_REQUEST_MAX)
        return hd_request_fail(request, 431);
      return HD_PARSE_MORE;
    }
    line.length = (size_t)(end - line.data);
    request->parsed += line.length + 1;
    if (line.length > 0 && line.data[line.length - 1] == '\r')
      line.length--;
    if (memchr(line.data, '\r', line.length) != NULL ||
        memchr(line.data, '\0', line.length) != NULL)
      return hd_request_fail(request, 400);

    int status = 0;
    if (line.length > 0 && request->have_line) {
      status = hd_request_header(request, line);
    } else if (line.length > 0) {
      status = hd_request_line(request, line);
      request->have_line = true;
    } else if (request->have_line) {
      status = hd_request_complete(request);
      if (status == 0)
        return HD_PARSE_DONE;
    } // else an empty line before the request: skipped
    if (status != 0)
      return hd_request_fail(request, status);
  }
}
