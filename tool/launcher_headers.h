// Edited headers for GCC, which has no overlay of files.
//
//   main.c ── #include "a.h" ── #include "b.h" (edited)
//   T/main.c ── #include "T/h/1/a.h" ── #include "T/h/2/b.h"
//
// Every file on a way from the source to an edited header is copied, and includes
// the copies by their paths. Other includes are found where they were: in the
// copies of headers, those relative to the header's own folder are named by their
// whole path. Every copy names the original by #line.
#pragma once

#include "tool/unit.h"

namespace spile {

struct CopiedFile {
  struct Redirect {
    IncludePlace Place;
    size_t Copy = 0;  // of the list; 0, which is the source: none
    std::string Path; // without a copy: as GCC would compose it
  };
  std::string Spelled; // as GCC would compose its path
  std::string Original;
  EditSet Edits;
  std::vector<Redirect> Redirects; // sorted by place
};

// The files to copy, the main source first; `Source` is its path as spelled. Empty
// when no header has edits. An error says why it cannot be done. Pure.
llvm::Expected<std::vector<CopiedFile>> copiesForGcc(const UnitResult &Unit,
                                                     const std::string &Source);

// What is written for `File`. `PathOf`: of a copy; `Here`: the current folder, without
// a slash at its end.
std::string textOfCopy(const CopiedFile &File,
                       const std::vector<std::string> &PathOf,
                       const std::string &Here);

// The text of any copy, with the original's name in its first line.
std::string namedForGcc(llvm::StringRef Spelled, llvm::StringRef Text);

} // namespace spile
