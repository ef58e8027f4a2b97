// Dependency files (-MD and friends) of an instrumented call: they are to name
// what a plain call names, and the configuration besides.
//
//   a.o: /tmp/spile-0/1f.../0/a.c inc.h   ─▶   a.o: src/a.c inc.h .spile.yaml
#pragma once

#include "tool/command_line.h"

namespace spile {

struct DepfileEdit {
  std::vector<std::pair<std::string, std::string>> Renamed; // from, to
  std::vector<std::string> Added; // files that the call depends on besides
};

// A path as make reads it.
std::string escapeForMake(llvm::StringRef Path);

// The text of a dependency file with the edit. Pure.
std::string editDepfile(llvm::StringRef Text, const DepfileEdit &Edit);

// Where the call may have written dependency files; empty if it writes none.
// Relative paths start in the folder of the call.
std::vector<std::string> depfilesOf(const CommandLine &Line);

} // namespace spile
