// Content types by file name.
#ifndef HD_MIME_H
#define HD_MIME_H

// A static string; "application/octet-stream" if the extension says nothing.
const char *hd_mime_find(const char *path);

#endif
