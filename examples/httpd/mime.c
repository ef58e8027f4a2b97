#include "mime.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct hd_mime {
  const char *extension;
  const char *type;
};

// Sorted by extension.
static const struct hd_mime hd_mimes[] = {
    {"bin", "application/octet-stream"},
    {"css", "text/css; charset=utf-8"},
    {"gif", "image/gif"},
    {"htm", "text/html; charset=utf-8"},
    {"html", "text/html; charset=utf-8"},
    {"ico", "image/vnd.microsoft.icon"},
    {"jpeg", "image/jpeg"},
    {"jpg", "image/jpeg"},
    {"js", "text/javascript; charset=utf-8"},
    {"json", "application/json"},
    {"mp4", "video/mp4"},
    {"pdf", "application/pdf"},
    {"png", "image/png"},
    {"svg", "image/svg+xml"},
    {"txt", "text/plain; charset=utf-8"},
    {"wasm", "application/wasm"},
    {"webp", "image/webp"},
    {"woff2", "font/woff2"},
    {"xml", "application/xml"},
};

static int hd_mime_compare(const void *key, const void *entry) {
  return strcasecmp(key, ((const struct hd_mime *)entry)->extension);
}

const char *hd_mime_find(const char *path) {
  const char *slash = strrchr(path, '/');
  const char *dot = strrchr(slash != NULL ? slash : path, '.');
  const struct hd_mime *mime = NULL;
  if (dot != NULL)
    mime = bsearch(dot + 1, hd_mimes, sizeof(hd_mimes) / sizeof(hd_mimes[0]),
                   sizeof(hd_mimes[0]), hd_mime_compare);
  return mime != NULL ? mime->type : "application/octet-stream";
}
