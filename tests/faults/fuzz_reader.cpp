// fuzz_reader: a libFuzzer target. Whatever the bytes of a segment are, the reader
// answers an error or values in order, and reads nothing beside them.
extern "C" {
#include "shm_snapshot.h"
}

#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

namespace {

void require(bool Good) {
  if (!Good)
    abort();
}

size_t visit(const spile_snapshot &S) {
  size_t Bytes = strnlen(S.process.name, sizeof S.process.name);
  require(Bytes < sizeof S.process.name);
  for (uint32_t I = 0; I < S.site_count; ++I)
    Bytes += strlen(S.sites[I].name) + strlen(S.sites[I].file) +
             strlen(S.sites[I].module);
  for (uint32_t I = 0; I < S.worker_count; ++I)
    require(memchr(S.workers[I].name, 0, sizeof S.workers[I].name) != nullptr);
  for (size_t I = 0; I < size_t(S.worker_count) * S.site_count; ++I) {
    const spile_counts &C = S.counts[I];
    require(C.timed != 0 || (C.total_ns == 0 && C.max_ns == 0));
    require(C.timed == 0 || (C.min_ns <= C.total_ns / C.timed &&
                             C.total_ns / C.timed <= C.max_ns));
  }
  return Bytes;
}

/// In a block of memory of exactly that size.
bool readInMemory(const uint8_t *Data, size_t Size) {
  if (Size < sizeof(spile_shm_header))
    return false;
  std::unique_ptr<char[]> Copy(new char[Size]);
  memcpy(Copy.get(), Data, Size);
  spile_segment_bytes Bytes;
  spile_snapshot *S = nullptr;
  if (spile_segment_check(&Bytes, Copy.get(), Size) != 0 ||
      spile_snapshot_of(&Bytes, &S) != 0)
    return false;
  visit(*S);
  spile_snapshot_free(S);
  return true;
}

bool readAsFile(const uint8_t *Data, size_t Size) {
  static const int Fd = memfd_create("segment", MFD_CLOEXEC);
  static const std::string Path = "/proc/self/fd/" + std::to_string(Fd);
  require(ftruncate(Fd, 0) == 0 && pwrite(Fd, Data, Size, 0) == ssize_t(Size));
  spile_reader *Reader = nullptr;
  spile_snapshot *S = nullptr;
  spile_process Process;
  if (spile_reader_open(Path.c_str(), &Reader) != 0)
    return false;
  require(spile_reader_process(Reader, &Process) == 0);
  bool Read = spile_reader_snapshot(Reader, &S) == 0;
  if (Read)
    visit(*S);
  spile_snapshot_free(S);
  spile_reader_close(Reader);
  return Read;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  require(readInMemory(Data, Size) == readAsFile(Data, Size));
  return 0;
}
