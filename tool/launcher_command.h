// The compiler call with rewritten sources in place of the original ones.
//
//   clang   an overlay (-ivfsoverlay) shows the rewritten text at the original
//           path: no name changes anywhere.
//   gcc     T/a.c in a private folder; its first line names the original, the
//           original's folder is searched for quoted includes (-iquote), and
//           -ffile-prefix-map takes T out of what is written.
#pragma once

#include "tool/launcher_source.h"
#include "tool/launcher_work.h"

namespace spile {

struct RewrittenCall {
  std::vector<std::string> Command;
  std::optional<std::string> Input; // text for stdin
  // Paths that the compiler saw, and what a person is to see instead.
  std::vector<std::pair<std::string, std::string>> Renamed;
};

// `Include`: the folder with spile/spile.h. Plans without files stay as they
// are.
llvm::Expected<RewrittenCall> rewriteCall(const CallFacts &Call,
                                          const std::vector<SourcePlan> &Plans,
                                          llvm::StringRef Include,
                                          WorkFolder &Work);

// Whether -fdiagnostics-color=always must say that we write to a terminal.
bool wantsColor(const CommandLine &Line, bool Terminal);

// The call as it was, response files expanded: launcher, compiler, arguments.
std::vector<std::string> plainCommand(const CommandLine &Line);

// Where the quoted includes of a source start: its folder as spelled. "./." for
// none: a spelling that no one else uses, so that it can be taken out again.
std::string quoteFolder(llvm::StringRef Source);

} // namespace spile
