// Who is controlled, and what was changed, as texts.
//
//   PID    STATE    FUNCTIONS  NAME    MODES
//   29990  running        340  monkey  338 time, 2 off
//
//   12 of 340 functions of monkey (pid 29990): time -> count
//
// Pure functions on values.
#ifndef SPILE_VIEW_CTL_H
#define SPILE_VIEW_CTL_H

#include "control.h"
#include "snapshot.h"

#include <cstdint>
#include <string>
#include <vector>

namespace spile::view {

// Which functions a person means. What is empty takes all.
struct Choice {
  std::vector<std::string> patterns; // of names; one is enough
  std::string file, module;          // patterns as well
};

// Whether file and module fit.
bool inPlace(const Choice &choice, const Function &function);

// The functions of a process, and their modes.
struct ProcessModes {
  Process process;
  std::vector<Function> functions;
  std::vector<std::uint8_t> modes; // one a function
};

// Those of `snapshot` that are in place.
ProcessModes modesOf(const Snapshot &snapshot, const Choice &choice);

// A line a process; with `all` a line a function.
std::string formatCtlTable(const std::vector<ProcessModes> &processes,
                           bool all);

// {"version": 1, "processes": [...], "modes": [{"pid", "mode", "functions"}]};
// with `all` also "functions": [{"pid", "mode", "name", "file", "line",
// "module"}].
std::string formatCtlJson(const std::vector<ProcessModes> &processes, bool all);

std::string formatChange(const Process &process, const Change &change,
                         std::uint8_t mode);

// Why nothing was changed: "no function matches 'mk_sesion'; did you mean ...".
// `names`: of the functions that are there.
std::string noMatch(const std::string &pattern, const Choice &choice,
                    const std::vector<std::string> &names);

} // namespace spile::view

#endif // SPILE_VIEW_CTL_H
