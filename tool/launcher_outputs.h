// What a successful call wrote, put right: dependency files and preprocessed
// text name the originals.
#pragma once

#include "tool/launcher_command.h"
#include "tool/run_program.h"

namespace spile {

// `Configs`: files in force, added to the dependencies. Times are kept in
// order: a changed file is written anew, as if the compiler had just finished.
void correctOutputs(const CallFacts &Call, const RewrittenCall &Rewritten,
                    const std::vector<std::string> &Configs, Outcome &Result);

// Text for a person: each renamed path under its own name.
std::string renameInText(std::string Text, const RewrittenCall &Rewritten);

} // namespace spile
