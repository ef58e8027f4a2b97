// Hand-made snapshots, short to write in a test.
#ifndef SPILE_TESTS_VIEW_SAMPLE_H
#define SPILE_TESTS_VIEW_SAMPLE_H

#include "view/report.h"
#include "view/snapshot.h"

#include <string>
#include <utility>
#include <vector>

namespace spile::view {

constexpr std::int64_t Second = 1'000'000'000;

inline Process makeProcess(const std::string &name, std::uint32_t pid,
                           std::int64_t startedSeconds,
                           ProcessState state = ProcessState::Running,
                           std::int64_t endedSeconds = 0) {
  Process process;
  process.name = name;
  process.pid = pid;
  process.exe = "/usr/sbin/" + name;
  process.path = "/run/" + name + "." + std::to_string(pid) + ".1.spile";
  process.state = state;
  process.startedNs = startedSeconds * Second;
  process.endedNs = endedSeconds * Second;
  return process;
}

inline Snapshot makeSnapshot(Process process, std::vector<Function> functions,
                             std::vector<Worker> workers,
                             std::vector<Counts> counts) {
  process.functions = static_cast<std::uint32_t>(functions.size());
  process.workers = static_cast<std::uint32_t>(workers.size());
  std::vector<std::uint8_t> modes(functions.size(), 1);
  return {std::move(process), std::move(functions), std::move(workers),
          std::move(counts), std::move(modes)};
}

// The two workers of Monkey's own documentation, and a function that nobody
// called.
inline Snapshot monkey() {
  return makeSnapshot(
      makeProcess("monkey", 29980, 100),
      {{"mk_session_get", "src/session.c", "/bin/monkey", 90},
       {"mk_session_create", "src/session.c", "/bin/monkey", 40},
       {"mk_never", "src/a.c", "/bin/monkey", 7}},
      {{WorkerKind::Live, 29985, 1, "monkey: wrk/0"},
       {WorkerKind::Live, 29986, 1, "monkey: wrk/1"}},
      {{225, 196260, 400, 9000},
       {45, 1325119, 20000, 50000},
       {},
       {1, 10, 10, 10},
       {},
       {}});
}

inline std::vector<std::string> names(const Report &report) {
  std::vector<std::string> all;
  for (const Function &function : report.functions)
    all.push_back(function.name);
  return all;
}

} // namespace spile::view

#endif // SPILE_TESTS_VIEW_SAMPLE_H
