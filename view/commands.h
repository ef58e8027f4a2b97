// The commands: options in, texts and an exit status out.
//
// Threads: none; files are read, and by `clean` removed, on the caller's
// thread.
#ifndef SPILE_VIEW_COMMANDS_H
#define SPILE_VIEW_COMMANDS_H

#include "options.h"

#include <cstdint>
#include <string>

namespace spile::view {

constexpr int StatusFine = 0;
constexpr int StatusNothing = 1; // nothing found
constexpr int StatusFailed = 2;  // could not do it

struct Outcome {
  int status = StatusFine;
  std::string out; // for stdout
  std::string err; // for stderr, whole lines
};

// `nowNs`: CLOCK_REALTIME.
Outcome runCommand(const Options &options, std::int64_t nowNs);

// A line for stderr: "spile-view: MESSAGE\n", without control characters.
std::string complaint(const std::string &message);

} // namespace spile::view

#endif // SPILE_VIEW_COMMANDS_H
