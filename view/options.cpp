#include "options.h"

#include "duration.h"
#include "help.h"
#include "option_words.h"
#include "options_live.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace spile::view {

namespace {

// What CLI11 fills; the words are understood afterwards, for better messages.
struct Raw {
  std::string dir;
  bool json = false, csv = false;
  ListOptions list;
  StatsOptions stats;
  CleanOptions clean;
  RawCtl ctl;
  RawTop top;
  std::string sort = "file";
  std::vector<std::string> columns;
  std::vector<std::string> workers;
  std::string limit;
  std::string olderThan;
};

const Words<SortKey> SortWords = {
    {"calls", SortKey::Calls}, {"total", SortKey::Total},
    {"mean", SortKey::Mean},   {"min", SortKey::Min},
    {"max", SortKey::Max},     {"name", SortKey::Name},
    {"file", SortKey::File}};

const Words<Column> ColumnWords = {{"mean", Column::Mean},
                                   {"min", Column::Min},
                                   {"max", Column::Max},
                                   {"file", Column::File},
                                   {"line", Column::Line}};

CLI::App *addCommand(CLI::App &app, const std::string &name) {
  CLI::App *command = app.add_subcommand(name);
  command->fallthrough();
  return command;
}

void addList(CLI::App &app, Raw &raw) {
  CLI::App *list = addCommand(app, "list");
  list->add_flag("--paths", raw.list.paths);
  list->add_flag("--json", raw.json);
}

void addStats(CLI::App &app, Raw &raw) {
  CLI::App *stats = addCommand(app, "stats");
  StatsOptions &to = raw.stats;
  stats->add_option("target", to.target);
  stats->add_flag("--total", to.arrangement.sum);
  stats->add_option("--worker", raw.workers)->allow_extra_args(false);
  stats->add_option("--functions", to.arrangement.functions);
  stats->add_flag("--all", to.arrangement.uncalled);
  stats->add_flag("--processes", to.deadToo);
  stats->add_option("--sort", raw.sort);
  stats->add_option("--limit", raw.limit);
  stats->add_option("--columns", raw.columns)
      ->delimiter(',')
      ->allow_extra_args(false);
  stats->add_flag("--cpu", to.cpu);
  stats->add_flag("--json", raw.json);
  stats->add_flag("--csv", raw.csv);
}

void addClean(CLI::App &app, Raw &raw) {
  CLI::App *clean = addCommand(app, "clean");
  clean->add_flag("--dry-run", raw.clean.dryRun);
  clean->add_option("--older-than", raw.olderThan);
  clean->add_flag("--force", raw.clean.rules.force);
}

Result<Options> statsOptions(const Raw &raw, bool limited) {
  StatsOptions stats = raw.stats;
  if (raw.json && raw.csv)
    return Error{"--json and --csv exclude each other"};
  stats.format = raw.json  ? StatsFormat::Json
                 : raw.csv ? StatsFormat::Csv
                           : StatsFormat::Table;
  Result<SortKey> sort = choose("--sort", raw.sort, SortWords);
  if (!sort.ok())
    return sort.error();
  stats.arrangement.sort = sort.value();
  for (const std::string &word : raw.columns) {
    Result<Column> column = choose("--columns", word, ColumnWords);
    if (!column.ok())
      return column.error();
    stats.columns.push_back(column.value());
  }
  for (const std::string &word : raw.workers) {
    Result<std::uint32_t> tid = positive<std::uint32_t>("--worker", word);
    if (!tid.ok())
      return tid.error();
    stats.arrangement.workers.push_back(tid.value());
  }
  if (limited) {
    Result<std::uint32_t> limit = positive<std::uint32_t>("--limit", raw.limit);
    if (!limit.ok())
      return limit.error();
    stats.arrangement.limit = limit.value();
  }
  return Options{raw.dir, stats};
}

template <class Command>
Result<Options> optionsOf(const Raw &raw, const Result<Command> &command) {
  if (!command.ok())
    return command.error();
  return Options{raw.dir, command.value()};
}

Result<Options> optionsOf(const CLI::App &app, const Raw &raw) {
  if (app.got_subcommand("list")) {
    ListOptions list = raw.list;
    list.json = raw.json;
    return Options{raw.dir, list};
  }
  if (app.got_subcommand("stats"))
    return statsOptions(raw, app.get_subcommand("stats")->count("--limit") > 0);
  if (app.got_subcommand("ctl"))
    return optionsOf(raw, ctlOptions(raw.ctl));
  if (app.got_subcommand("top"))
    return optionsOf(raw, topOptions(*app.get_subcommand("top"), raw.top));
  CleanOptions clean = raw.clean;
  if (app.get_subcommand("clean")->count("--older-than") > 0) {
    Result<std::int64_t> age = parseDuration(raw.olderThan);
    if (!age.ok())
      return Error{"--older-than: " + age.error().message};
    clean.rules.olderThanNs = age.value();
  }
  return Options{raw.dir, clean};
}

Error explainExtras(const CLI::App &app) {
  const auto commands = app.get_subcommands();
  const std::vector<std::string> rest = app.remaining(true);
  assert(!rest.empty());
  if (commands.empty() && !rest.front().starts_with('-'))
    return {fmt::format(
        "no command '{}'{}", rest.front(),
        didYouMean(rest.front(), {"list", "stats", "top", "ctl", "clean"}))};
  std::vector<std::string> known = {"--dir", "--help"};
  for (const CLI::App *command : commands)
    for (const CLI::Option *option : command->get_options())
      known.push_back(option->get_name());
  if (!rest.front().starts_with('-'))
    return {fmt::format("unexpected argument '{}'", rest.front())};
  return {fmt::format("no option '{}'{}", rest.front(),
                      didYouMean(rest.front(), known))};
}

} // namespace

Result<Options> parseOptions(std::vector<std::string> arguments) {
  Raw raw;
  CLI::App app;
  app.require_subcommand(0, 1);
  app.add_option("--dir", raw.dir);
  app.set_version_flag("--version", "spile-view " SPILE_VERSION);
  addList(app, raw);
  addStats(app, raw);
  addTop(*addCommand(app, "top"), raw.top);
  addCtl(*addCommand(app, "ctl"), raw.ctl);
  addClean(app, raw);
  try {
    std::ranges::reverse(arguments); // as CLI11 wants them
    app.parse(arguments);
  } catch (const CLI::CallForHelp &) {
    const auto commands = app.get_subcommands();
    const std::string name = commands.empty() ? "" : commands[0]->get_name();
    return Options{"", TextOptions{std::string(helpFor(name))}};
  } catch (const CLI::CallForVersion &version) {
    return Options{"", TextOptions{std::string(version.what()) + "\n"}};
  } catch (const CLI::ExtrasError &) {
    return explainExtras(app);
  } catch (const CLI::ArgumentMismatch &error) {
    const std::string what = error.what(); // --sort: 1 required TEXT missing
    return Error{what.substr(0, what.find(':')) + " needs a value"};
  } catch (const CLI::ParseError &error) {
    return Error{error.what()};
  }
  if (app.get_subcommands().empty())
    return Error{"which command? list, stats, top, ctl or clean"};
  return optionsOf(app, raw);
}

} // namespace spile::view
