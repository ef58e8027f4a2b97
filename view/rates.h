// How often and how long, a second: the difference of two snapshots.
//
// Model
//
//   Sample of nginx 71 ┐ before     Sample of nginx 71 ┐ after
//   Sample of nginx 72 ┴──────┐     Sample of nginx 72 ┴─────┐
//                             └──▶ ratesBetween ◀────────────┘
//                                       │
//                                       ▼
//                                     Rates: rows of one function in all
//                                     workers, or in one worker
//
// A function that has not been called has a row of the sum, but none of a worker.
// What ended workers did before they were summed up is in the row of a worker of
// kind Folded, so the workers' rows always add up to those of the sum.
//
// Pure functions on values.
#ifndef SPILE_VIEW_RATES_H
#define SPILE_VIEW_RATES_H

#include "snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace spile::view {

// A process at one moment.
struct Sample {
  Snapshot snapshot;
  std::int64_t atNs = 0;    // CLOCK_MONOTONIC
  std::vector<Counts> sums; // one a function: over all workers
};

Sample makeSample(Snapshot snapshot, std::int64_t atNs);

struct RateRow {
  std::uint32_t function = 0;          // of Rates::functions
  std::optional<std::uint32_t> worker; // of Rates::workers; nothing: the sum
  double callsPerSecond = 0;
  double timeShare = 0;     // seconds a second: 1 keeps one worker busy
  std::uint64_t meanNs = 0; // of the interval's calls
  std::uint64_t maxNs = 0;  // since the process began
  // Whether a call was timed: if not, timeShare and meanNs tell nothing.
  bool timed = false;
};

struct RateWorker {
  Worker worker;
  std::uint32_t pid = 0;
  std::optional<double> cpuShare, waitShare; // of the interval
};

constexpr int MixedModes = -1;

struct Rates {
  std::vector<Process> processes;
  std::vector<Function> functions;
  std::vector<int> modes; // one a function; MixedModes where processes differ
  std::vector<RateWorker> workers;
  std::vector<RateRow> rows;
};

// Processes of `after` that are not in `before` have no rates yet.
Rates ratesBetween(const std::vector<Sample> &before,
                   const std::vector<Sample> &after, bool byWorker);

} // namespace spile::view

#endif // SPILE_VIEW_RATES_H
