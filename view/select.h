// Which processes a person means by PID or NAME.
//
// Model
//
//   all processes of the directory + "nginx" ─▶ the processes to report on
//
//   PID    one process; where a pid was used again, the one that lives, else
//          the newest.
//   NAME   all living processes of that program. If none lives: its newest
//          family.
//   empty  as NAME, if there is only one program that lives (or if none lives,
//          one that is dead).
//
// A family is what most likely ran together, as a server's master and its
// workers do: the newest dead process, and each dead one of that name which
// started later than the family's first did, or ended later than that, or
// whose end is unknown (it was killed) but which started less than two seconds
// before.
//
// Pure functions on values.
#ifndef SPILE_VIEW_SELECT_H
#define SPILE_VIEW_SELECT_H

#include "result.h"
#include "snapshot.h"

#include <string>
#include <vector>

namespace spile::view {

// `target` has '/' in it or ends in .spile: it names a file, not a process.
bool isFileTarget(const std::string &target);

// The selected processes, oldest first; never empty. `deadToo`: all processes
// of the program, dead ones as well. The error suggests a name if one is close.
Result<std::vector<Process>> selectProcesses(const std::vector<Process> &all,
                                             const std::string &target,
                                             bool deadToo);

} // namespace spile::view

#endif // SPILE_VIEW_SELECT_H
