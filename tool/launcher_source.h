// What becomes of one source of a compiler call.
//
//   source ── config, parse, select, edit ─▶ SourcePlan
//
// Reads files; prints and writes nothing.
#pragma once

#include "tool/command_line.h"
#include "tool/launcher_headers.h"
#include "tool/launcher_options.h"
#include "tool/unit.h"
#include <set>

namespace spile {

struct SourcePlan {
  size_t Token = 0;   // of the input
  std::string Source; // as spelled
  std::string Config; // file in force; empty: the built-in default
  bool Strict = false;
  std::vector<RewrittenFile> Files; // empty: it is compiled as it was
  std::vector<CopiedFile> Copies;   // for GCC, when headers are edited
  std::string Root;                 // of the configuration
  std::string Why;                  // compiled as it was because of a mistake
  std::string Incomplete;           // what of it is not timed, and why
  Diagnostics Errors;               // of the configuration: exit 2
  std::vector<std::string> Notes;   // for SPILE_VERBOSE
  Diagnostics LeftOut;              // functions that a rule took
  unsigned Timed = 0;               // functions
  std::set<unsigned> BodyLines;     // of their opening braces

  bool rewritten() const { return !Files.empty(); }
};

struct CallFacts {
  const CommandLine &Line;
  const LauncherOptions &Options;
  std::string Directory; // absolute
  bool IsClang;
  const std::string *Stdin; // text of the source `-`, or null
};

SourcePlan planSource(const CallFacts &Call, const Input &In);

} // namespace spile
