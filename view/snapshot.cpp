#include "snapshot.h"

#include <spile/reader.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <climits>
#include <memory>
#include <thread>

namespace spile::view {

namespace {

// A server may fold threads that ended faster than one look at them takes.
constexpr int SnapshotTries = 100;

struct CloseReader {
  void operator()(spile_reader *reader) const { spile_reader_close(reader); }
};
struct FreeSnapshot {
  void operator()(spile_snapshot *raw) const { spile_snapshot_free(raw); }
};
using ReaderPtr = std::unique_ptr<spile_reader, CloseReader>;
using SnapshotPtr = std::unique_ptr<spile_snapshot, FreeSnapshot>;

Error errorOf(const std::string &path, int negativeErrno) {
  return {path + ": " + spile_reader_strerror(negativeErrno), -negativeErrno};
}

template <std::size_t N> std::string text(const char (&bounded)[N]) {
  return {bounded, std::find(bounded, bounded + N, '\0')};
}

ProcessState stateOf(spile_process_state state) {
  switch (state) {
  case SPILE_PROCESS_RUNNING:
    return ProcessState::Running;
  case SPILE_PROCESS_EXITED:
    return ProcessState::Exited;
  case SPILE_PROCESS_DIED:
    break;
  }
  return ProcessState::Died;
}

Clock clockOf(spile_clock clock) {
  switch (clock) {
  case SPILE_CLOCK_TSC:
    return Clock::Tsc;
  case SPILE_CLOCK_THREAD_CPU:
    return Clock::ThreadCpu;
  case SPILE_CLOCK_MONOTONIC:
    break;
  }
  return Clock::Monotonic;
}

WorkerKind kindOf(spile_worker_kind kind) {
  switch (kind) {
  case SPILE_WORKER_EXITED:
    return WorkerKind::Exited;
  case SPILE_WORKER_FOLDED:
    return WorkerKind::Folded;
  case SPILE_WORKER_POOLED:
    return WorkerKind::Pooled;
  case SPILE_WORKER_LIVE:
    break;
  }
  return WorkerKind::Live;
}

Process processOf(const spile_process &raw, const std::string &path) {
  Process process;
  process.pid = raw.pid;
  process.state = stateOf(raw.state);
  process.clock = clockOf(raw.clock);
  process.name = text(raw.name);
  process.exe = text(raw.exe);
  process.path = path;
  process.startedNs = raw.started_ns;
  process.endedNs = raw.ended_ns;
  process.functions = raw.sites;
  process.workers = raw.workers;
  process.droppedFunctions = raw.dropped_sites;
  process.pooledThreads = raw.pooled_threads;
  return process;
}

Snapshot snapshotOf(const spile_snapshot &raw, const std::string &path) {
  Snapshot snapshot;
  snapshot.process = processOf(raw.process, path);
  for (std::uint32_t i = 0; i < raw.site_count; ++i) {
    const spile_site_info &site = raw.sites[i];
    snapshot.functions.push_back(
        {site.name, site.file, site.module, site.line});
    snapshot.modes.push_back(site.mode);
  }
  for (std::uint32_t i = 0; i < raw.worker_count; ++i) {
    const spile_worker_info &worker = raw.workers[i];
    snapshot.workers.push_back(
        {kindOf(worker.kind), worker.tid, worker.threads, text(worker.name)});
  }
  const std::size_t cells = std::size_t{raw.worker_count} * raw.site_count;
  snapshot.counts.reserve(cells);
  for (std::size_t i = 0; i < cells; ++i) {
    const spile_counts &counts = raw.counts[i];
    snapshot.counts.push_back(
        {counts.calls, counts.total_ns, counts.min_ns, counts.max_ns,
         static_cast<std::int64_t>(counts.calls - counts.timed)});
  }
  return snapshot;
}

Result<ReaderPtr> open(const std::string &path) {
  spile_reader *raw = nullptr;
  if (int error = spile_reader_open(path.c_str(), &raw); error < 0)
    return errorOf(path, error);
  return ReaderPtr(raw);
}

} // namespace

Counts &Counts::operator+=(const Counts &other) {
  if (minNs == 0 || (other.minNs != 0 && other.minNs < minNs))
    minNs = other.minNs;
  maxNs = std::max(maxNs, other.maxNs);
  calls += other.calls;
  totalNs += other.totalNs;
  untimed += other.untimed;
  return *this;
}

std::uint64_t Counts::meanNs() const {
  const std::uint64_t timed = calls - static_cast<std::uint64_t>(untimed);
  if (timed == 0)
    return 0;
  const std::uint64_t rest = totalNs % timed;
  return totalNs / timed + (rest >= timed - rest ? 1 : 0);
}

Result<Process> readProcess(const std::string &path) {
  Result<ReaderPtr> reader = open(path);
  if (!reader.ok())
    return reader.error();
  spile_process raw;
  if (int error = spile_reader_process(reader.value().get(), &raw); error < 0)
    return errorOf(path, error);
  return processOf(raw, path);
}

Result<Snapshot> readSnapshot(const std::string &path) {
  Result<ReaderPtr> reader = open(path);
  if (!reader.ok())
    return reader.error();
  spile_snapshot *raw = nullptr;
  int error = spile_reader_snapshot(reader.value().get(), &raw);
  for (int tries = 0; error == -EAGAIN && tries < SnapshotTries; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    error = spile_reader_snapshot(reader.value().get(), &raw);
  }
  if (error == -EAGAIN)
    return Error{path + ": its threads end too fast to be read; try again",
                 EAGAIN};
  if (error < 0)
    return errorOf(path, error);
  SnapshotPtr owner(raw);
  return snapshotOf(*owner, path);
}

Result<std::string> defaultSegmentDir() {
  char dir[PATH_MAX];
  if (int error = spile_segment_dir(dir, sizeof dir); error < 0)
    return Error{"the path of the segment directory is too long", -error};
  return std::string(dir);
}

} // namespace spile::view
