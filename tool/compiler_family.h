// Who the user's compiler is, and for which machine it makes code; asked once,
// the answer is kept.
#pragma once

#include "tool/command_line.h"

namespace spile {

struct CompilerFamily {
  bool IsClang = false; // else GCC
  std::string Target;   // triple
  // Code of this machine's own kind: libspile as it is built can be linked.
  bool isNative() const;
};

// Fails as queryCompiler does.
llvm::Expected<CompilerFamily> compilerFamily(const CommandLine &Line,
                                              const std::string &Directory);

} // namespace spile
