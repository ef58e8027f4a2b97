// Watches the includes of a unit: which file includes which, and the quoted ones that an -iquote of the
// main source's folder would lead elsewhere (see IncludeHazard in tool/unit.h).
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
  // An #include that was followed, as the preprocessor tells it.
  struct Seen {
    const clang::FileEntry *From, *To; // From is null: of the command line
    IncludePlace Place;
    std::string Name;   // between the quotes
    std::string Folder; // that was searched; empty: the one of From
  };
  std::vector<IncludeHazard> Hazards;
  std::vector<Seen> All;
  // As asked for; of files that were not entered again too.
  std::map<const clang::FileEntry *, std::set<std::string>> Names;
  std::map<const clang::FileEntry *, unsigned> Entered;
  // Files that ask for another by something that depends on their own folder.
  std::set<const clang::FileEntry *> Asking;
};

// `Out` must outlive the preprocessor.
std::unique_ptr<clang::PPCallbacks> watchIncludes(clang::Preprocessor &PP,
                                                  Includes &Out);

} // namespace spile
