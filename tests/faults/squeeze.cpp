#include "squeeze.h"

extern "C" {
#include "shm_layout.h"
}

#include <fstream>

namespace spile_test {

namespace {
/// Appends the first `Used` elements of `Region`, and tells it where it lies now.
void move(std::ifstream &From, std::string &To, spile_shm_region &Region,
          uint64_t Used, uint64_t Stride) {
  To.resize((To.size() + 63) / 64 * 64);
  std::string Element(Stride, '\0');
  uint64_t Offset = To.size();
  for (uint64_t I = 0; I < Used; ++I) {
    From.seekg(std::streamoff(Region.offset + I * Region.stride));
    From.read(Element.data(), std::streamsize(Stride));
    To += Element;
  }
  Region = {Offset, Stride, Used};
}
} // namespace

std::string squeeze(const std::string &Path) {
  std::ifstream From(Path, std::ios::binary);
  From.exceptions(std::ios::failbit | std::ios::badbit);
  spile_shm_header H;
  From.read(reinterpret_cast<char *>(&H), sizeof H);
  std::string To(sizeof H, '\0');
  move(From, To, H.workers, H.worker_count, H.workers.stride);
  move(From, To, H.modes, H.site_count, 1);
  move(From, To, H.sites, H.site_count, H.sites.stride);
  move(From, To, H.strings, H.string_bytes, 1);
  move(From, To, H.blocks, H.worker_count + SPILE_BLOCK_WORKER,
       H.site_count * sizeof(spile_shm_slot));
  H.size = To.size();
  To.replace(0, sizeof H, reinterpret_cast<char *>(&H), sizeof H);
  return To;
}

} // namespace spile_test
