// synthetic.h: a segment in this program's memory, without a runtime's start.
#ifndef SPILE_TESTS_RUNTIME_SYNTHETIC_H
#define SPILE_TESTS_RUNTIME_SYNTHETIC_H

extern "C" {
#include "runtime.h"
#include "shm_snapshot.h"
}

#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace spile_test {

class Synthetic {
public:
  struct spile_runtime Runtime = {};

  Synthetic(uint32_t Sites, uint32_t Workers) {
    spile_shm_header Plan = {};
    Plan.magic = SPILE_SHM_MAGIC;
    Plan.version = SPILE_SHM_VERSION;
    Plan.header_size = sizeof Plan;
    Plan.clock = SPILE_CLOCK_MONOTONIC;
    Plan.pid = uint32_t(getpid());
    spile_layout_plan(&Plan, Sites, Workers, UINT64_MAX);
    // Short strings make a segment that is small enough to be copied.
    Plan.size -= Plan.blocks.offset;
    Plan.strings.capacity = (Sites / 128 + 1) * SPILE_SHM_PAGE;
    Plan.blocks.offset = Plan.strings.offset + Plan.strings.capacity;
    Plan.size += Plan.blocks.offset;
    require(spile_map_open(&Runtime.map, nullptr, Plan.size, -1));
    require(spile_map_reserve(&Runtime.map, 0, Plan.size));
    Runtime.header = reinterpret_cast<spile_shm_header *>(Runtime.map.base);
    *Runtime.header = Plan;
    require(spile_segment_room(&Runtime, Sites));
    require(spile_segment_use_block(&Runtime, SPILE_BLOCK_POOLED));
    for (uint32_t I = 0; I < Sites; ++I) {
      spile_shm_site *Site = spile_site(&Runtime, I);
      std::string Name = "function_" + std::to_string(I);
      require(spile_segment_string(&Runtime, Name.c_str(), &Site->name));
      require(spile_segment_string(&Runtime, "file.c", &Site->file));
      Site->module = Site->file;
      Site->line = I + 1;
    }
    Runtime.header->site_count = Sites;
  }
  ~Synthetic() { spile_map_close(&Runtime.map); }
  Synthetic(const Synthetic &) = delete;

  /// An id that no thread has.
  static constexpr uint32_t NoThread = 0x3fffffff;

  void worker(uint32_t Index, spile_shm_worker_state State,
              uint32_t Tid = NoThread) {
    require(spile_segment_use_worker(&Runtime, Index));
    spile_shm_worker *Worker = spile_worker(&Runtime, Index);
    spile_thread_describe(&Runtime, Worker, Tid);
    Runtime.exited += State == SPILE_SHM_EXITED;
    __atomic_store_n(&Worker->state, State, __ATOMIC_RELEASE);
  }
  void call(uint32_t Worker, uint32_t Site, uint64_t Ticks) {
    spile_shm_slot *Slot =
        spile_slot(&Runtime, SPILE_BLOCK_WORKER + Worker, Site);
    __atomic_fetch_add(&Slot->calls, 1, __ATOMIC_RELAXED);
    __atomic_fetch_add(&Slot->total, Ticks, __ATOMIC_RELAXED);
    spile_i_extreme(reinterpret_cast<spile_i_slot *>(Slot), Ticks);
  }
  std::string bytes() const {
    return std::string(Runtime.map.base, Runtime.map.size);
  }
  spile_snapshot *snapshot() const {
    return snapshotOf(Runtime.map.base, Runtime.map.size);
  }
  /// Null if the bytes are refused.
  static spile_snapshot *snapshotOf(const char *Base, uint64_t Size) {
    spile_segment_bytes Bytes;
    spile_snapshot *Snapshot = nullptr;
    if (spile_segment_check(&Bytes, Base, Size) != 0 ||
        spile_snapshot_of(&Bytes, &Snapshot) != 0)
      return nullptr;
    return Snapshot;
  }

private:
  static void require(int Error) {
    if (Error != 0)
      throw std::runtime_error("synthetic segment");
  }
};

} // namespace spile_test

#endif // SPILE_TESTS_RUNTIME_SYNTHETIC_H
