// The command line of `spile`, as a value.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace spile {

enum class Command { Instrument, Diff, List, Check, Strip };
enum class When { Auto, Always, Never };

struct Options {
  Command What = Command::Instrument;
  std::vector<std::string> Paths;                // files and folders
  std::string BuildPath;                         // -p; empty: looked for
  std::optional<std::vector<std::string>> Flags; // behind --
  std::string ConfigFile;                        // --config; empty: looked for
  std::vector<std::string> Functions; // --functions: in place of the rules
  unsigned Jobs = 1;                  // >= 1
  std::string Output = "spile-out";   // instrument: the mirrored tree
  bool InPlace = false, Stdout = false;
  std::string ExportFixes; // diff: file for the replacements
  std::string Why;         // list: a name or glob
  bool Json = false;       // list
  When Color = When::Auto;
};

// Reads argv. Help, version and mistakes are printed; then there is nothing to
// run and `Status` holds the exit status (0 or 2).
std::optional<Options> parseOptions(int Argc, const char *const *Argv,
                                    int &Status);

} // namespace spile
