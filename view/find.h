// From the PROCESS of a command line to processes and their snapshots.
//
// Threads: none; files are read on the caller's thread.
#ifndef SPILE_VIEW_FIND_H
#define SPILE_VIEW_FIND_H

#include "outcome.h"
#include "result.h"
#include "snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace spile::view {

struct Found {
  std::vector<Process> processes;  // not empty, unless there is a `why`
  std::string remarks;             // for stderr: segments that are damaged
  std::optional<Outcome> why = {}; // there are none: what the command ends with
};

std::string nobodyIn(const std::string &dir);

// `target`: PID, FILE, NAME or empty, as select.h has them.
Found findProcesses(const std::string &target, bool deadToo,
                    const std::string &dir);

// Of several processes those that can be read, and in `remarks` why others
// cannot; of one process the error.
Result<std::vector<Snapshot>>
readSnapshots(const std::vector<Process> &processes, std::string &remarks);

} // namespace spile::view

#endif // SPILE_VIEW_FIND_H
