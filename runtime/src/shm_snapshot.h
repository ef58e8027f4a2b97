/* shm_snapshot.h: plain values out of a segment's bytes, wherever they lie. */
#ifndef SPILE_SHM_SNAPSHOT_H
#define SPILE_SHM_SNAPSHOT_H

#include "shm_layout.h"
#include "spile/reader.h"

/* A segment whose header was checked: `header` is a copy, so that nothing that
 * is checked can change. Its constants only are to be used. */
struct spile_segment_bytes {
  const char *base;
  uint64_t size;
  struct spile_shm_header header;
};

/* Check the segment at `base`, which has `size` readable bytes. Errors as
 * spile_reader_open. */
int spile_segment_check(struct spile_segment_bytes *bytes, const char *base,
                        uint64_t size);

void spile_process_of(const struct spile_segment_bytes *bytes,
                      struct spile_process *process);

int spile_snapshot_of(const struct spile_segment_bytes *bytes,
                      struct spile_snapshot **snapshot);

/* shm_sites.c: the sites, equal ones merged. `index[i]` tells where record i is
 * in `sites`. All is allocated in one piece, to be freed as `sites`. */
struct spile_site_list {
  uint32_t records, count;
  struct spile_site_info *sites;
  uint32_t *index;
};
int spile_site_list_of(const struct spile_segment_bytes *bytes,
                       struct spile_site_list *list);

/* Orders the list: files as they first appear, their functions by line; `index`
 * follows. 0 or -ENOMEM. */
int spile_site_list_order(struct spile_site_list *list);

#endif /* SPILE_SHM_SNAPSHOT_H */
