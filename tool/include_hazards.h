// Watches the includes of a unit: finds the quoted ones that an -iquote of the main source's folder would
// lead elsewhere (see IncludeHazard in tool/unit.h), and the names of each file.
#pragma once

#include "tool/unit.h"
#include <clang/Lex/PPCallbacks.h>
#include <map>
#include <set>

namespace clang {
class Preprocessor;
}

namespace spile {

struct Includes {
  std::vector<IncludeHazard> Hazards;
  // As asked for; of files that were not entered again too.
  std::map<const clang::FileEntry *, std::set<std::string>> Names;
};

// `Out` must outlive the preprocessor.
std::unique_ptr<clang::PPCallbacks> watchIncludes(clang::Preprocessor &PP,
                                                  Includes &Out);

} // namespace spile
