// What a person sees while and after a command runs: messages, progress,
// colour.
#pragma once

#include "matchers/diagnostic.h"
#include "tool/options.h"
#include "tool/pipeline.h"

namespace spile {

// Colour for standard output: only on a terminal, and not with NO_COLOR.
bool wantsColor(When Asked);

// Prints to standard error, each as one line "file:line:column: error: text".
void print(const Diagnostics &All);
void printError(const std::string &Text); // "spile: error: text"

// A line on standard error that is written over; nothing when that is no
// terminal. The last call takes it away.
Progress progressLine(size_t Units);

// A unified diff with colours as git's.
std::string colored(const std::string &Diff);

} // namespace spile
