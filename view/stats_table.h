// A report as the table that users of Monkey's libstats know.
//
//   Stat info for worker: 29985
//   mk_session_create        :       45 times:   1325119 nanoseconds
//   mk_session_get           :      225 times:    196260 nanoseconds
//
// Workers are separated by a blank line. The name column is as wide as the
// longest name of the report needs, 25 at least. Columns that were asked for
// follow on the same line, each behind its label, times in nanoseconds:
//
//   mk_session_create        :  ... nanoseconds  mean:   29447 src/session.c:12
//
// With `cpu` a worker's head tells its CPU time, and how long it waited for a
// processor; "-" for threads that have ended:
//
//   Stat info for worker: 29985  cpu: 5120000 nanoseconds  waited: 81000 nanoseconds
//
// Pure functions on values.
#ifndef SPILE_VIEW_STATS_TABLE_H
#define SPILE_VIEW_STATS_TABLE_H

#include "report.h"

#include <string>
#include <vector>

namespace spile::view {

// File and Line together are shown as one, file:line.
enum class Column { Mean, Min, Max, File, Line };

// The lines, each with its newline. Empty for a report without workers.
std::string formatStatsTable(const Report &report,
                             const std::vector<Column> &columns,
                             bool cpu = false);

} // namespace spile::view

#endif // SPILE_VIEW_STATS_TABLE_H
