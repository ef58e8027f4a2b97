/* Macros that must stand before the first header still do. */

// Another comment, and nothing else on the line.

#define _GNU_SOURCE 1 /* basename, strchrnul */
#define _FILE_OFFSET_BITS 64
#define _TIME_BITS 64

#define __STDC_WANT_LIB_EXT1__ 1
#define NDEBUG
static int before_headers(int a) { return a + 1; }

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int found(const char *text) {
  assert(!"with NDEBUG this is nothing");
  return (int)(strchrnul(text, 'x') - text);
}

static int wide(void) { return sizeof(off_t) == 8; }

int main(void) {
  printf("%d %s %d %d\n", found("abx"), basename("a/b"), wide(), before_headers(1));
  return 0;
}
