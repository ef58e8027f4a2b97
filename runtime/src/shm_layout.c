#include "shm_layout.h"

#include <errno.h>

static uint64_t pages(uint64_t bytes) {
  return (bytes + SPILE_SHM_PAGE - 1) & ~(uint64_t)(SPILE_SHM_PAGE - 1);
}

static uint64_t place(struct spile_shm_region *region, uint64_t offset,
                      uint64_t stride, uint64_t capacity) {
  region->offset = offset;
  region->stride = stride;
  region->capacity = capacity;
  return offset + pages(stride * capacity);
}

static void plan(struct spile_shm_header *header, uint64_t sites,
                 uint64_t workers) {
  uint64_t at = SPILE_SHM_PAGE;
  at = place(&header->workers, at, sizeof(struct spile_shm_worker), workers);
  at = place(&header->modes, at, 1, sites);
  at = place(&header->sites, at, sizeof(struct spile_shm_site), sites);
  at = place(&header->strings, at, 1, SPILE_STRING_BYTES);
  at = place(&header->blocks, at, pages(sites * sizeof(struct spile_shm_slot)),
             workers + SPILE_BLOCK_WORKER);
  header->size = at;
}

int spile_layout_plan(struct spile_shm_header *header, uint64_t sites,
                      uint64_t workers, uint64_t limit) {
  plan(header, sites, workers);
  while (header->size > limit && (workers > 64 || sites > 1024)) {
    if (workers > 64 && workers * 64 >= sites / 32)
      workers /= 2;
    else if (sites > 1024)
      sites /= 2;
    else
      workers /= 2;
    plan(header, sites, workers);
  }
  return header->size > limit ? -EFBIG : 0;
}

static int check_region(const struct spile_shm_region *region, uint64_t size,
                        uint64_t stride, uint64_t align) {
  if (region->stride == 0 || (stride != 0 && region->stride != stride) ||
      region->offset % align != 0 ||
      region->offset < sizeof(struct spile_shm_header) ||
      (align > 1 && region->stride % 16 != 0))
    return -EINVAL;
  if (region->offset > size ||
      region->capacity > (size - region->offset) / region->stride)
    return -EMSGSIZE;
  return 0;
}

int spile_layout_check(const struct spile_shm_header *header, uint64_t size) {
  int error =
      check_region(&header->workers, size, sizeof(struct spile_shm_worker), 16);
  if (error == 0)
    error = check_region(&header->modes, size, 1, 1);
  if (error == 0)
    error =
        check_region(&header->sites, size, sizeof(struct spile_shm_site), 16);
  if (error == 0)
    error = check_region(&header->strings, size, 1, 1);
  if (error == 0)
    error = check_region(&header->blocks, size, 0, 64);
  if (error != 0)
    return error;
  if (header->blocks.stride % sizeof(struct spile_shm_slot) != 0 ||
      header->blocks.capacity < SPILE_BLOCK_WORKER ||
      header->strings.capacity == 0)
    return -EINVAL;
  return header->size > size ? -EMSGSIZE : 0;
}
