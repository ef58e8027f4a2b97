// What spile-cc itself was told, before the compiler's name and by environment.
#pragma once

#include <llvm/Support/Error.h>
#include <string>
#include <vector>

namespace spile {

struct LauncherOptions {
  std::string Config;                 // --config or SPILE_CONFIG
  std::vector<std::string> Functions; // --functions: in place of the rules
  std::string Keep;                   // --keep: folder for rewritten files
  bool Off = false;                   // SPILE_CC=off
  bool Verbose = false;               // SPILE_VERBOSE=1
  bool StaticRuntime = false;         // SPILE_RUNTIME=static
  bool LoadRuntime = false;           // SPILE_RUNTIME=load
  // The library that objects load themselves; empty: the link names libspile.
  std::string Loaded;
  bool Terminal = false; // stderr shows colours
  bool Help = false, Version = false;
  std::vector<std::string> Command; // the compiler and its arguments
};

// Reads spile-cc's arguments (without its name) and environment.
llvm::Expected<LauncherOptions>
readLauncherOptions(const std::vector<std::string> &Args);

const char *launcherHelp();

} // namespace spile
