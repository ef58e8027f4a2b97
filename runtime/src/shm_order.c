#include "shm_snapshot.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct entry {
  const struct spile_site_info *site;
  uint32_t at;    /* in the unordered list */
  uint32_t first; /* where its file first appears in it */
};

static int by_file(const void *a, const void *b) {
  const struct entry *x = a, *y = b;
  int order = strcmp(x->site->module, y->site->module);
  if (order == 0)
    order = strcmp(x->site->file, y->site->file);
  return order != 0 ? order : (x->at > y->at) - (x->at < y->at);
}

static int by_line(const void *a, const void *b) {
  const struct entry *x = a, *y = b;
  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  if (x->site->line != y->site->line)
    return x->site->line < y->site->line ? -1 : 1;
  return (x->at > y->at) - (x->at < y->at);
}

static int same_file(const struct entry *a, const struct entry *b) {
  return strcmp(a->site->module, b->site->module) == 0 &&
         strcmp(a->site->file, b->site->file) == 0;
}

/* Compilers list a file's sites forwards or backwards; people read forwards. */
int spile_site_list_order(struct spile_site_list *list) {
  uint32_t count = list->count;
  struct entry *entries = calloc(count + 1u, sizeof *entries);
  struct spile_site_info *sites = calloc(count + 1u, sizeof *sites);
  uint32_t *place = calloc(count + 1u, sizeof *place);
  int error = entries && sites && place ? 0 : -ENOMEM;
  if (error == 0) {
    for (uint32_t i = 0; i < count; ++i)
      entries[i] = (struct entry){list->sites + i, i, i};
    qsort(entries, count, sizeof *entries, by_file);
    for (uint32_t i = 1; i < count; ++i)
      if (same_file(entries + i - 1, entries + i))
        entries[i].first = entries[i - 1].first;
    qsort(entries, count, sizeof *entries, by_line);
    for (uint32_t i = 0; i < count; ++i) {
      sites[i] = *entries[i].site;
      place[entries[i].at] = i;
    }
    memcpy(list->sites, sites, count * sizeof *sites);
    for (uint32_t i = 0; i < list->records; ++i)
      list->index[i] = place[list->index[i]];
  }
  free(entries);
  free(sites);
  free(place);
  return error;
}
