// The snapshots of one or more processes as one table.
//
// Model
//
//   Snapshot of nginx 71 ┐
//   Snapshot of nginx 72 ┴▶ merge ─▶ Report: one list of functions, and every
//                                    worker's counts in that order
//                                      │ arrange: filter, sum, sort, cut
//                                      ▼
//                                    Report ─▶ table | JSON | CSV
//
// Two sites are one function when name, file, line and the module's base name
// agree, in one process (a file compiled twice) as well as in two.
//
// Pure functions on values.
#ifndef SPILE_VIEW_REPORT_H
#define SPILE_VIEW_REPORT_H

#include "snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace spile::view {

struct ReportWorker {
  Worker worker;
  std::uint32_t pid = 0;      // 0 for the sum over workers
  std::string program;        // its process's name
  std::vector<Counts> counts; // one a function of the report
};

struct Report {
  std::vector<Process> processes;
  std::vector<Function> functions;
  std::vector<ReportWorker> workers;
};

Report mergeSnapshots(const std::vector<Snapshot> &snapshots);

// Numbers sort downwards, names and files (then lines) upwards. What is
// compared is the sum over the report's workers, so each worker has the same
// order.
enum class SortKey { Calls, Total, Mean, Min, Max, Name, File };

struct Arrangement {
  SortKey sort = SortKey::File;
  bool sum = false;                   // one worker, of kind All
  bool uncalled = false;              // functions that no worker has called,
                                      // last; and workers without any call
  std::vector<std::uint32_t> workers; // tids; empty: all
  std::string functions;              // fnmatch pattern; empty: all
  std::optional<std::size_t> limit;   // of functions
};

// Unless they are asked for, functions that no selected worker has called are
// left out, and workers without calls (but not the only one, nor those that
// `workers` names).
Report arrange(const Report &report, const Arrangement &how);

// The tids of `wanted` that no worker of the report has.
std::vector<std::uint32_t>
missingWorkers(const Report &report, const std::vector<std::uint32_t> &wanted);

} // namespace spile::view

#endif // SPILE_VIEW_REPORT_H
