// GCC calls with sources of several folders: quoted includes start in the
// folder of each source, but -iquote holds for a whole call. Such a call is run
// as one call a source.
#pragma once

#include "tool/launcher_command.h"
#include "tool/run_program.h"

namespace spile {

// Whether the rewritten sources lie in more than one folder.
bool needsSplit(const std::vector<SourcePlan> &Plans);

// The call with one input only; the other tokens stay where they are.
CommandLine onlyInput(const CommandLine &Line, size_t Token);

// The same without -o and what asks for dependency files: to try a source.
CommandLine tryInput(const CommandLine &Line, size_t Token);

// Whether compiling to objects of our own and then linking gives what the call
// gives: not when it writes other files that are named after the sources.
bool canSplitLink(const CommandLine &Line);

// Runs it so; `Out` collects the names to put right. Stops at the first
// failure.
llvm::Expected<Outcome> runSplit(const CallFacts &Call,
                                 const std::vector<SourcePlan> &Plans,
                                 llvm::StringRef Include,
                                 const std::vector<std::string> &Runtime,
                                 WorkFolder &Work, RewrittenCall &Out);

} // namespace spile
