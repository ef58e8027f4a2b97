// A report as CSV after RFC 4180: a header line, one line a worker and
// function, lines end in CR LF, fields are quoted where they have to be. Times
// are nanoseconds; pid and tid are empty where they do not apply.
//
// With `cpu` two columns more, cpu_ns and wait_ns, empty where a worker has ended.
//
// Pure functions on values.
#ifndef SPILE_VIEW_STATS_CSV_H
#define SPILE_VIEW_STATS_CSV_H

#include "report.h"

#include <string>
#include <string_view>

namespace spile::view {

// `text` as one field: in quotes, and its quotes doubled, if it holds a comma,
// a quote or a line break.
std::string csvField(std::string_view text);

std::string formatStatsCsv(const Report &report, bool cpu = false);

} // namespace spile::view

#endif // SPILE_VIEW_STATS_CSV_H
