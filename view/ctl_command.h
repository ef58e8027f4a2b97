// spile-view ctl: options in, changed modes and texts out.
//
// Threads: none; segments are read and changed on the caller's thread.
#ifndef SPILE_VIEW_CTL_COMMAND_H
#define SPILE_VIEW_CTL_COMMAND_H

#include "options.h"
#include "outcome.h"

#include <string>

namespace spile::view {

Outcome runCtl(const CtlOptions &options, const std::string &dir);

} // namespace spile::view

#endif // SPILE_VIEW_CTL_COMMAND_H
