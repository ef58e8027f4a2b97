// Who is instrumented: a line a process, in the order given.
//
//   PID    STATE    STARTED              WORKERS  FUNCTIONS  NAME
//   29985  running  2026-11-21T22:08:39        4         17  nginx
//
// Pure functions on values; STARTED is in the local time zone.
#ifndef SPILE_VIEW_LIST_H
#define SPILE_VIEW_LIST_H

#include "snapshot.h"

#include <string>
#include <vector>

namespace spile::view {

// `paths`: a last column SEGMENT with the segment's path.
std::string formatList(const std::vector<Process> &processes, bool paths);

// {"version": 1, "processes": [...]}: the processes as in `stats --json`.
std::string formatListJson(const std::vector<Process> &processes);

} // namespace spile::view

#endif // SPILE_VIEW_LIST_H
