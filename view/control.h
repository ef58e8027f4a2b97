// Set the modes of a running process's functions.
//
// control.cpp is the only file that calls the runtime's control.
//
// Threads: the function may be called from any thread.
// Sources: runtime/include/spile/control.h.
#ifndef SPILE_VIEW_CONTROL_H
#define SPILE_VIEW_CONTROL_H

#include "mode.h"
#include "result.h"
#include "snapshot.h"

#include <cstddef>
#include <cstdint>
#include <functional>

namespace spile::view {

struct Change {
  std::size_t functions = 0; // that the process has
  std::size_t chosen = 0;    // that `which` took
  ModeCounts before;         // of the chosen
};

using Which = std::function<bool(const Function &)>;

// Give each function that `which` takes the mode `mode` (ModeTime: the process's
// way to time). The error names the process or the file; its code is that of
// spile_control_open.
Result<Change> changeModes(const Process &process, const Which &which,
                           std::uint8_t mode);

} // namespace spile::view

#endif // SPILE_VIEW_CONTROL_H
