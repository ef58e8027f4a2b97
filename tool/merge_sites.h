// One file seen by several compile commands: its functions, each once.
#pragma once

#include "matchers/selection.h"

namespace spile {

// Adds the functions and outermost declarations of `From` that lie in `File` to
// `To`, where the file is named `As`. Where two commands disagree about a function: it is skipped when one of
// them must skip it, else instrumented when one of them takes it.
void mergeFile(Selection &To, const Selection &From, const std::string &File,
               const std::string &As);

} // namespace spile
