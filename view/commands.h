// The commands: options in, texts and an exit status out.
//
// Threads: none; files are read, by `clean` removed and by `ctl` and `top`
// changed, on the caller's thread.
#ifndef SPILE_VIEW_COMMANDS_H
#define SPILE_VIEW_COMMANDS_H

#include "options.h"
#include "outcome.h"

#include <cstdint>

namespace spile::view {

// `nowNs`: CLOCK_REALTIME. `write` gets the tables of `top` one by one as they
// come; without it they are in the outcome, all at the end.
Outcome runCommand(const Options &options, std::int64_t nowNs,
                   const Write &write = {});

} // namespace spile::view

#endif // SPILE_VIEW_COMMANDS_H
