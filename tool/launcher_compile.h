// One compiler call with sources to edit or a runtime to link: tries it edited,
// and as it was if that fails.
#pragma once

#include "tool/command_line.h"
#include "tool/launcher_options.h"

namespace spile {

struct Compile {
  const CommandLine &Line;
  const LauncherOptions &Options;
  std::string Directory; // absolute, the current one
  bool IsClang;
  std::string Include;              // folder with spile/spile.h
  std::vector<std::string> Runtime; // arguments that a link gets at its end
  std::vector<Input> Sources;       // to edit
};

// Runs it and writes its output to ours. The exit status.
int compile(const Compile &Job);

// "spile-cc: error: TEXT"; the exit status 2.
int complain(const std::string &Text);

// "spile-cc: warning: SOURCE: compiled as it was: WHY"
void warn(const std::string &Source, const std::string &Why);

} // namespace spile
