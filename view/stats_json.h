// A report as JSON. Times are nanoseconds, numbers are integers, what does not
// apply is null. Keys are only ever added while "version" is 1.
//
//   {
//     "version": 1,
//     "processes": [{"pid", "state": running|exited|died, "name", "exe",
//       "segment", "clock": tsc|monotonic|thread-cpu, "started", "started_ns",
//       "ended_ns", "functions", "workers", "dropped_functions",
//       "pooled_threads"}],
//     "workers": [{"pid", "kind": live|exited|folded|pooled|all, "tid",
//       "threads", "name", "functions": [{"name", "calls", "total_ns",
//       "mean_ns", "min_ns", "max_ns", "file", "line", "module"}]}]
//   }
//
// "started" is UTC. "pid" of a worker is null when it sums several processes;
// "tid" is null for folded, pooled and all.
//
// With `cpu` a worker also has "cpu_ns" and "wait_ns", null where it has ended.
//
// Pure functions on values.
#ifndef SPILE_VIEW_STATS_JSON_H
#define SPILE_VIEW_STATS_JSON_H

#include "report.h"

#include <string>

namespace spile::view {

// One process as an object on one line, without newline.
std::string processJson(const Process &process);

// The whole document, with its newline.
std::string formatStatsJson(const Report &report, bool cpu = false);

} // namespace spile::view

#endif // SPILE_VIEW_STATS_JSON_H
