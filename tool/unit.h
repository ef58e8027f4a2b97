// One translation unit: from a compile command to its rewritten files.
//
//   compile command + Config ─▶ parse (Clang) ─▶ select ─▶ edits ─▶ UnitResult
//
// Reads files, writes none. Thread safe: several units at once.
#pragma once

#include "matchers/config.h"
#include "matchers/selection.h"
#include "rewriters/edit.h"
#include <map>
#include <set>
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
  EditSet Edits;                  // of Original
  bool IsMain = false;
};

// A quoted include that would find another file if the main source lay in
// another folder and its own folder were searched by -iquote.
struct IncludeHazard {
  std::string Includer, Name;
};

// Bytes of the including file's Original.
struct IncludePlace {
  unsigned Begin = 0, End = 0; // "a.h" or <a.h>; both 0: a macro gives it
  unsigned Keyword = 0, KeywordEnd = 0;
  bool IsNext = false;   // #include_next
  bool IsBeside = false; // relative to the including file's own folder
  bool InSystemHeader = false;
};

// An #include that was followed. Paths are absolute.
struct IncludeEdge {
  std::string From, To; // From is empty: of the command line
  IncludePlace Place;
  std::string Name;   // between the quotes
  std::string Folder; // that was searched; empty: the one of From
};

// With `headers: true`: which file includes which, in the order of the parse.
struct IncludeGraph {
  std::vector<IncludeEdge> Edges;
  std::map<std::string, std::string> Texts; // Originals of including files
  std::set<std::string> Again;              // entered more than once
  std::set<std::string> Asking;             // that use __has_include("...")
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
  IncludeGraph Graph;
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
