// From the paths of the command line to the units to parse.
#pragma once

#include "matchers/diagnostic.h"
#include "tool/options.h"
#include <string>
#include <vector>

namespace spile {

// One compile command of one source.
struct InputUnit {
  std::vector<std::string> Command;
  std::string Directory; // absolute
  std::string Source;    // as in Command
  std::string Path;      // absolute, without dots
};

// Sorted by path; a source with several commands has several units. A path that
// does not exist, or a source that is in no database, is an error in `Out`.
std::vector<InputUnit> findUnits(const Options &Opts, Diagnostics &Out);

// The C and C++ files (headers too) at or below the paths, sorted.
std::vector<std::string> sourceFilesBelow(const std::vector<std::string> &Paths,
                                          Diagnostics &Out);

// Absolute without dots; links are kept.
std::string cleanPath(llvm::StringRef Path);

// The path without symbolic links in it, when that lies below the current folder:
// one file that is reached by two names is then one path. Else as it is.
std::string unlinked(const std::string &Path);

// As a person in the current folder would write it.
std::string shownPath(llvm::StringRef Path);

} // namespace spile
