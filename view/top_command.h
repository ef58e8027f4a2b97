// spile-view top: a screen on a terminal, else plain tables.
//
// Threads: none; segments are read and changed on the caller's thread.
#ifndef SPILE_VIEW_TOP_COMMAND_H
#define SPILE_VIEW_TOP_COMMAND_H

#include "options.h"
#include "outcome.h"

#include <string>

namespace spile::view {

Outcome runTop(const TopOptions &options, const std::string &dir,
               const Write &write);

} // namespace spile::view

#endif // SPILE_VIEW_TOP_COMMAND_H
