// One translation unit: from a compile command to its rewritten files.
//
//   compile command + Config ─▶ parse (Clang) ─▶ select ─▶ edits ─▶ UnitResult
//
// Reads files, writes none. Thread safe: several units at once.
#pragma once

#include "matchers/config.h"
#include "matchers/selection.h"
#include "rewriters/edit.h"
#include <string>
#include <vector>

namespace spile {

struct UnitRequest {
  // What the build runs, compiler first: {"gcc", "-Iinc", "-c", "a.c"}.
  std::vector<std::string> Command;
  std::string Directory; // absolute; relative paths in Command start there
  std::string Source;    // as spelled in Command
  // When set, the source's text in place of what is on disk (stdin).
  const std::string *Text = nullptr;
};

// A file that holds functions to look at: the main source, and headers if
// asked.
struct SourceText {
  std::string Path; // absolute
  std::vector<std::string>
      Names;            // absolute: Path, and others it was included by
  std::string OnDisk;   // its bytes when it was parsed
  std::string Original; // OnDisk without what an earlier run inserted
  bool IsMain = false;
};

struct RewrittenFile {
  std::string Path;               // absolute
  std::vector<std::string> Names; // as in SourceText
  std::string OnDisk;             // as in SourceText
  std::string Original;           // as in SourceText
  std::string Text;               // Original with the insertions of this run
  std::string ForCompiler;        // the same as only a compiler reads it; see
                                  // compilerText()
  bool IsMain = false;
};

// A quoted include that would find another file if the main source lay in
// another folder and its own folder were searched by -iquote.
struct IncludeHazard {
  std::string Includer, Name;
};

struct UnitResult {
  // False: the source has errors (or is missing, ...); Problems says which, and
  // Functions and Files are empty.
  bool Parsed = false;
  Diagnostics Problems;
  Selection Functions;
  std::vector<SourceText> Sources;
  std::vector<RewrittenFile> Files; // only those with an insertion, main first
  std::vector<IncludeHazard> Hazards;
  std::vector<std::string> Dependencies; // every file read, for caches
};

// The edits of one file for the sites in `Functions` that lie in it; see
// fileEdits.
llvm::Expected<EditSet> editsOf(const SourceText &Source,
                                const Selection &Functions, Clock Kind);

// Turns the file's sites from Instrument to Skip.
void skipAll(Selection &Functions, llvm::StringRef File, llvm::StringRef Why);

UnitResult instrumentUnit(const UnitRequest &Request, const Config &Cfg);

} // namespace spile
