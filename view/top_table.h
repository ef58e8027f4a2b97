// Rates as lines of text.
//
//      CALLS/S   TIME/S     MEAN      MAX  MODE     FUNCTION
//      20483.1    37.2%   18.2us   4.10ms  time     mk_session_get
//
// TIME/S is in percent of a worker: 100% keeps one busy. With workers three
// columns come first: TID, CPU and WAIT (for a processor), in percent too.
//
// Pure functions on values.
#ifndef SPILE_VIEW_TOP_TABLE_H
#define SPILE_VIEW_TOP_TABLE_H

#include "top_view.h"

#include <cstdint>
#include <optional>
#include <string>

namespace spile::view {

// "870ns", "18.2us", "4.10ms", "2.00s": three digits, more for long times.
std::string shortTime(std::uint64_t ns);

std::string topHead(bool byWorker);
std::string topLine(const Rates &rates, const RateRow &row);

// Which processes: "monkey (pid 29990)", "monkey (3 processes)".
std::string topTitle(const Rates &rates);

// The head and a line a row. Without `idle` only rows with calls; empty if there
// is none.
std::string formatTop(const Rates &rates, const TopView &view, bool idle,
                      std::optional<std::uint32_t> limit);

} // namespace spile::view

#endif // SPILE_VIEW_TOP_TABLE_H
