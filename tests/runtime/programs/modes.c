/* modes DIR [BYTE CALLS]...: makes so many calls of `work` in each mode, which it
 * stores in its own segment in DIR as another process would. */
#include "shm_layout.h"

#include <fcntl.h>
#include <glob.h>
#include <spile/spile.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

static unsigned char *modes;
static unsigned sites;

static void map_modes(const char *dir) {
  char pattern[512];
  glob_t found;
  snprintf(pattern, sizeof pattern, "%s/*.spile", dir);
  if (glob(pattern, 0, NULL, &found) != 0 || found.gl_pathc != 1)
    exit(10);
  int fd = open(found.gl_pathv[0], O_RDWR);
  struct spile_shm_header *header =
      mmap(NULL, sizeof *header, PROT_READ, MAP_SHARED, fd, 0);
  if (fd < 0 || header == MAP_FAILED)
    exit(11);
  sites = header->site_count;
  unsigned char *all = mmap(NULL, header->modes.offset + sites,
                            PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (all == MAP_FAILED)
    exit(12);
  modes = all + header->modes.offset;
  globfree(&found);
}

static unsigned work(unsigned n, unsigned depth) {
  SPILE_SCOPE("work");
  if (depth != 0)
    memset(modes, (int)n, sites); /* in the middle of a call */
  return n * 2654435761u >> 3;
}

int main(int argc, char **argv) {
  unsigned sum = 0;
  sum += work(0, 0);
  map_modes(argv[1]);
  for (int i = 2; i + 1 < argc; i += 2) {
    unsigned byte = (unsigned)atoi(argv[i]);
    if (byte >= 100)
      sum += work(byte - 100, 1);
    else
      memset(modes, (int)byte, sites);
    for (int n = atoi(argv[i + 1]); n > 0; --n)
      sum += work(sum, 0);
  }
  return sum == 1;
}
