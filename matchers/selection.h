// Which functions of a translation unit are to be instrumented, and why not.
//
//   ASTContext + Config ── select() ─▶ Selection ─▶ rewriters/
//
// A Selection is a value: it holds no pointer into the AST, so that it outlives
// the parse and can be merged over several compile commands of one file.
#pragma once

#include <string>
#include <vector>

namespace spile {

enum class Verdict {
  Instrument, // a rule took it and it can be edited
  Skip,       // a rule took it, but it cannot be edited: Why says the reason
  Leave       // no rule took it: Why says the reason
};

// One function definition.
struct FunctionSite {
  std::string Name;        // qualified: "mk_conn_read", "mk::Conn::read"
  std::string File;        // absolute path without . and .. of the body's file
  unsigned Line = 0;       // of the function's name, from 1
  unsigned Column = 0;     // from 1
  unsigned BodyOffset = 0; // byte just behind the body's opening brace;
                           // meaningful for Verdict::Instrument only
  unsigned BodyLine = 0;   // line of that brace
  unsigned Statements = 0; // see countStatements()
  bool Merged = false;     // C++ inline function or template: the linker keeps
                           // one of several copies (SPILE_SCOPE_INLINE)
  Verdict What = Verdict::Leave;
  std::string Rule; // Instrument, Skip: what took it, e.g.
                    // ".spile.yaml:3: functions \"mk_*\"" or "default"
  std::string Why;  // Skip, Leave: the reason
  // Where a macro that gives the body's opening brace writes it; absolute, empty
  // for other obstacles.
  std::string MacroFile;
  unsigned MacroLine = 0;

  bool operator==(const FunctionSite &) const = default;
};

// Byte range [Begin, End) of a declaration at the outermost level of a file; an
// include must not be put inside of one.
struct OuterRange {
  unsigned Begin = 0, End = 0;
  bool operator==(const OuterRange &) const = default;
};

// What the include placement must know of a file that holds a site.
struct FileFacts {
  std::string File; // absolute, as in FunctionSite
  bool IsMain = false;
  std::vector<OuterRange> Outer; // sorted by Begin
  bool operator==(const FileFacts &) const = default;
};

struct Selection {
  std::vector<FunctionSite> Sites; // sorted by File, Line, Column, Name
  std::vector<FileFacts> Files;    // of each file with a site, sorted by File
  // Names in `functions:` (without wildcard) that matched nothing here; for the
  // warning, which is given when they match in no file of the run.
  std::vector<std::string> UnmatchedNames;
};

} // namespace spile
