// The command line as a value.
#ifndef SPILE_VIEW_OPTIONS_H
#define SPILE_VIEW_OPTIONS_H

#include "clean.h"
#include "report.h"
#include "result.h"
#include "stats_table.h"

#include <string>
#include <variant>
#include <vector>

namespace spile::view {

struct ListOptions {
  bool paths = false, json = false;
};

enum class StatsFormat { Table, Json, Csv };

struct StatsOptions {
  std::string target; // PID, FILE, NAME, or empty
  bool deadToo = false;
  Arrangement arrangement;
  std::vector<Column> columns;
  StatsFormat format = StatsFormat::Table;
};

struct CleanOptions {
  CleanRules rules;
  bool dryRun = false;
};

// A text that was asked for: a help page or the version.
struct TextOptions {
  std::string text;
};

struct Options {
  std::string dir; // empty: defaultSegmentDir()
  std::variant<TextOptions, ListOptions, StatsOptions, CleanOptions> command;
};

// `arguments` without the program's name. The error's message may suggest what
// was meant.
Result<Options> parseOptions(std::vector<std::string> arguments);

} // namespace spile::view

#endif // SPILE_VIEW_OPTIONS_H
