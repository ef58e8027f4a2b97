#include "shm_snapshot.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Sites that fit all regions, whatever the header says. */
static uint32_t site_records(const struct spile_segment_bytes *bytes,
                             const struct spile_shm_header *live) {
  const struct spile_shm_header *header = &bytes->header;
  uint64_t count = __atomic_load_n(&live->site_count, __ATOMIC_ACQUIRE);
  uint64_t in_block = header->blocks.stride / sizeof(struct spile_shm_slot);
  if (count > header->sites.capacity)
    count = header->sites.capacity;
  if (count > header->modes.capacity)
    count = header->modes.capacity;
  return (uint32_t)(count > in_block ? in_block : count);
}

static uint32_t hash(const char *text, uint32_t from) {
  for (; *text != '\0'; ++text)
    from = (from ^ (unsigned char)*text) * 16777619u;
  return from;
}

static int same(const struct spile_site_info *a,
                const struct spile_site_info *b) {
  return a->line == b->line && strcmp(a->name, b->name) == 0 &&
         strcmp(a->file, b->file) == 0 && strcmp(a->module, b->module) == 0;
}

/* Where `info` is in the list, after appending it if it is new. */
static uint32_t merge(struct spile_site_list *list, uint32_t *table,
                      uint32_t mask, const struct spile_site_info *info) {
  uint32_t at = hash(info->name, 2166136261u ^ info->line) & mask;
  for (; table[at] != 0; at = (at + 1) & mask)
    if (same(list->sites + table[at] - 1, info))
      return table[at] - 1;
  list->sites[list->count] = *info;
  table[at] = ++list->count;
  return list->count - 1;
}

static const char *text_at(const char *strings, uint64_t bytes, uint32_t at) {
  return at < bytes ? strings + at : "?";
}

static int merge_all(const struct spile_segment_bytes *bytes,
                     struct spile_site_list *list, const char *strings,
                     uint64_t string_bytes) {
  uint32_t size = 64;
  while (size < list->records * 2)
    size *= 2;
  uint32_t *table = calloc(size, sizeof *table);
  if (table == NULL)
    return -ENOMEM;
  const unsigned char *modes =
      (const unsigned char *)bytes->base + bytes->header.modes.offset;
  const struct spile_shm_site *records =
      (const void *)(bytes->base + bytes->header.sites.offset);
  for (uint32_t i = 0; i < list->records; ++i) {
    struct spile_site_info info = {
        text_at(strings, string_bytes, records[i].name),
        text_at(strings, string_bytes, records[i].file),
        text_at(strings, string_bytes, records[i].module), records[i].line,
        __atomic_load_n(modes + i, __ATOMIC_RELAXED)};
    list->index[i] = merge(list, table, size - 1, &info);
  }
  free(table);
  return 0;
}

int spile_site_list_of(const struct spile_segment_bytes *bytes,
                       struct spile_site_list *list) {
  const struct spile_shm_header *live = (const void *)bytes->base;
  uint32_t records = site_records(bytes, live);
  uint64_t string_bytes =
      __atomic_load_n(&live->string_bytes, __ATOMIC_ACQUIRE);
  if (string_bytes > bytes->header.strings.capacity)
    string_bytes = bytes->header.strings.capacity;
  size_t sites_size = (records + 1u) * sizeof(struct spile_site_info);
  size_t index_size = (records + 1u) * sizeof(uint32_t);
  char *all = calloc(1, sites_size + index_size + string_bytes + 1);
  if (all == NULL)
    return -ENOMEM;
  list->records = records;
  list->count = 0;
  list->sites = (void *)all;
  list->index = (void *)(all + sites_size);
  char *strings = all + sites_size + index_size;
  memcpy(strings, bytes->base + bytes->header.strings.offset, string_bytes);
  int error = merge_all(bytes, list, strings, string_bytes);
  if (error == 0)
    error = spile_site_list_order(list);
  if (error != 0)
    free(all);
  return error;
}
