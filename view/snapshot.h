// What a segment holds, as values.
//
// Model
//
//   segment file ── readProcess ──▶ Process    who it is, no counts
//                └─ readSnapshot ─▶ Snapshot   the same, and every count
//
// Everything else in view/ works on these values and knows no file format;
// snapshot.cpp is the only file that calls the reader. The values own their
// memory and outlive the segment.
//
// Threads: the functions may be called from any thread.
// Sources: runtime/include/spile/reader.h.
#ifndef SPILE_VIEW_SNAPSHOT_H
#define SPILE_VIEW_SNAPSHOT_H

#include "result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace spile::view {

enum class ProcessState { Running, Exited, Died };
enum class Clock { Tsc, Monotonic, ThreadCpu };

// All is the sum over workers that `stats --total` makes; no segment holds one.
enum class WorkerKind { Live, Exited, Folded, Pooled, All };

struct Process {
  std::uint32_t pid = 0;
  ProcessState state = ProcessState::Running;
  Clock clock = Clock::Tsc;
  std::string name;           // base name of the executable
  std::string exe;            // its path
  std::string path;           // of the segment
  std::int64_t startedNs = 0; // CLOCK_REALTIME
  std::int64_t endedNs = 0;   // CLOCK_REALTIME; 0 unless state is Exited
  std::uint32_t functions = 0;
  std::uint32_t workers = 0;
  std::uint64_t droppedFunctions = 0; // found no room, are not counted
  std::uint64_t pooledThreads = 0;    // share the worker of kind Pooled
};

struct Function {
  std::string name, file, module;
  std::uint32_t line = 0;

  bool operator==(const Function &) const = default;
};

// What a thread had of the processors, and how long it could have run and did
// not; nanoseconds since it began.
struct CpuTime {
  std::uint64_t runNs = 0, waitNs = 0;

  bool operator==(const CpuTime &) const = default;
};

struct Worker {
  WorkerKind kind = WorkerKind::Live;
  std::uint32_t tid = 0;           // 0 for Folded, Pooled and All
  std::uint32_t threads = 1;       // how many threads are in it
  std::string name;                // the thread's name
  std::optional<CpuTime> cpu = {}; // no segment holds it; see cpu_time.h
};

// Times in nanoseconds; least and most are 0 while no call was timed.
struct Counts {
  std::uint64_t calls = 0, totalNs = 0, minNs = 0, maxNs = 0;
  // Calls that were only counted, which totalNs does not stand for; an estimate
  // where one in N was timed, which may turn out negative.
  std::int64_t untimed = 0;

  bool operator==(const Counts &) const = default;
  Counts &operator+=(const Counts &other);
  // Rounded to the nearest nanosecond; 0 while no call was timed.
  std::uint64_t meanNs() const;
};

struct Snapshot {
  Process process;
  std::vector<Function> functions;
  std::vector<Worker> workers;
  std::vector<Counts> counts; // [worker * functions.size() + function]
  std::vector<std::uint8_t> modes = {}; // one a function; see mode.h

  const Counts &at(std::size_t worker, std::size_t function) const {
    return counts[worker * functions.size() + function];
  }
};

// Read the segment file `path`. The error names the file and what is wrong with
// it; its code is the reader's: ENOENT, EACCES, EINVAL (not a segment), EAGAIN
// (its process is starting), EPROTO, EMSGSIZE (truncated), ENOMEM.
Result<Process> readProcess(const std::string &path);
Result<Snapshot> readSnapshot(const std::string &path);

// Where this user's segments are, when the command line does not say. The
// directory need not exist.
Result<std::string> defaultSegmentDir();

} // namespace spile::view

#endif // SPILE_VIEW_SNAPSHOT_H
