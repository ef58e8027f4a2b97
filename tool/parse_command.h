// From the user's compile command to one that Clang's parser takes.
//
// The user's compiler is asked (once, the answer is kept) for its target, its
// predefined macros and its include folders; options that do not concern parsing,
// or that only the user's compiler knows, are dropped.
#pragma once

#include <llvm/Support/Error.h>
#include <string>
#include <vector>

namespace spile {

// Arguments for clang::tooling: a compiler name first, the source last; run in
// the same folder as the original. `Command` and `Source` as in UnitRequest; the
// compiler may be a launcher's command line (ccache gcc ...).
// Fails when the compiler cannot be run or is none that Spile knows.
llvm::Expected<std::vector<std::string>>
parseCommand(const std::vector<std::string> &Command,
             const std::string &Directory, const std::string &Source);

} // namespace spile
