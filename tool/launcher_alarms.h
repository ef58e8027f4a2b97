// Warnings that a compiler gives only of an edited source.
//
// Compilers follow values through a function to find some mistakes. With a cleanup
// at every way out they see other paths, and warn of a variable that may not be
// set where it always is. Whether a warning is the user's own is answered by
// compiling the source as it is.
#pragma once

#include <llvm/ADT/StringRef.h>
#include <set>
#include <string>
#include <vector>

namespace spile {

// The names ("maybe-uninitialized") of the warnings in a compiler's messages that
// may come of the edit alone. Each once, sorted. Pure.
std::vector<std::string> possibleAlarms(llvm::StringRef Messages);

// The names of the warnings that are errors (-Werror) in the messages; empty when
// there is an error of another kind. Pure.
std::vector<std::string> errorsThatAreWarnings(llvm::StringRef Messages);

// Whether a message is about one of the lines. Pure.
bool pointAtLines(llvm::StringRef Messages, const std::set<unsigned> &Lines);

} // namespace spile
