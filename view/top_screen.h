// `top` on a terminal, until q is pressed or the process has ended.
//
// Threads: none; the terminal is the caller's alone.
#ifndef SPILE_VIEW_TOP_SCREEN_H
#define SPILE_VIEW_TOP_SCREEN_H

#include "options.h"
#include "outcome.h"

#include <string>

namespace spile::view {

// A signal that ends the program ends it here too, once the terminal is as it was.
Outcome runTopScreen(const TopOptions &options, const std::string &dir);

} // namespace spile::view

#endif // SPILE_VIEW_TOP_SCREEN_H
