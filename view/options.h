// The command line as a value.
#ifndef SPILE_VIEW_OPTIONS_H
#define SPILE_VIEW_OPTIONS_H

#include "clean.h"
#include "ctl.h"
#include "report.h"
#include "result.h"
#include "stats_table.h"
#include "top_view.h"

#include <cstdint>
#include <optional>
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
  bool cpu = false; // CPU time of the workers
  StatsFormat format = StatsFormat::Table;
};

struct CtlOptions {
  std::string target; // PID, FILE, NAME, or empty
  Choice choice;
  std::optional<std::uint8_t> mode; // to set; nothing: list those in use
  bool all = false, json = false;   // of the list
};

struct TopOptions {
  std::string target; // PID, FILE, NAME, or empty
  bool once = false;
  std::int64_t intervalNs = 1'000'000'000;
  std::optional<std::uint32_t> count; // of intervals; nothing: until the end
  std::optional<std::uint32_t> limit; // of rows of a plain table
  bool idle = false; // in plain tables too, functions without a call
  TopView view;
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
  std::variant<TextOptions, ListOptions, StatsOptions, CtlOptions, TopOptions,
               CleanOptions>
      command;
};

// `arguments` without the program's name. The error's message may suggest what
// was meant.
Result<Options> parseOptions(std::vector<std::string> arguments);

} // namespace spile::view

#endif // SPILE_VIEW_OPTIONS_H
