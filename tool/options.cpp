#include "tool/options.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

#ifndef SPILE_VERSION
#define SPILE_VERSION "unknown"
#endif

namespace spile {
namespace {

// What every command takes that looks at sources.
void addCommon(CLI::App &App, Options &Out) {
  App.add_option("PATH", Out.Paths,
                 "source files, or folders for all sources below them")
      ->option_text(" ");
  App.add_option("-p,--build", Out.BuildPath,
                 "folder of compile_commands.json (default: PATH's, one "
                 "above, or build)")
      ->option_text("DIR");
  App.add_option("--config", Out.ConfigFile,
                 "configuration (default: $SPILE_CONFIG, else the nearest "
                 ".spile.yaml)")
      ->envname("SPILE_CONFIG")
      ->option_text("FILE");
  App.add_option("--functions", Out.Functions,
                 "functions to take, a glob or /regex/, in place of rules")
      ->allow_extra_args(false)
      ->option_text("GLOB");
  App.add_option("-j,--jobs", Out.Jobs, "units at a time (default: all cores)")
      ->check(CLI::Range(1, 1024))
      ->option_text("N");
}

CLI::App *addCommand(CLI::App &Main, Options &Out, Command What,
                     const char *Name, const char *About, const char *Example) {
  CLI::App *App = Main.add_subcommand(Name, About);
  App->footer(std::string("Example: ") + Example);
  App->callback([&Out, What] { Out.What = What; });
  return App;
}

void addCommands(CLI::App &Main, Options &Out) {
  auto *Instrument = addCommand(
      Main, Out, Command::Instrument, "instrument",
      "Insert the timing calls: a copy of the tree, in place, or to stdout.",
      "spile instrument -p build src/");
  addCommon(*Instrument, Out);
  auto *Output = Instrument
                     ->add_option("-o,--output", Out.Output,
                                  "folder of the copy (default: spile-out)")
                     ->option_text("DIR");
  auto *InPlace = Instrument->add_flag("-i,--in-place", Out.InPlace,
                                       "edit the files themselves");
  auto *Stdout = Instrument->add_flag("--stdout", Out.Stdout,
                                      "print the one rewritten file");
  InPlace->excludes(Output)->excludes(Stdout)->option_text(" ");
  Stdout->excludes(Output)->option_text(" ");

  auto *Diff =
      addCommand(Main, Out, Command::Diff, "diff",
                 "Print what instrument would change; `git apply` takes it.",
                 "spile diff -p build src/ | git apply");
  addCommon(*Diff, Out);
  Diff->add_option("--export-fixes", Out.ExportFixes,
                   "write the insertions as YAML for clang-apply-replacements")
      ->option_text("FILE");
  Diff->add_option("--color", Out.Color, "auto, always or never")
      ->option_text("WHEN")
      ->transform(CLI::CheckedTransformer(
          std::vector<std::pair<std::string, When>>{{"auto", When::Auto},
                                                    {"always", When::Always},
                                                    {"never", When::Never}}));

  auto *List = addCommand(
      Main, Out, Command::List, "list",
      "Show every function: the rule that takes it, or why it is left.",
      "spile list -p build src/ --why mk_conn_read");
  addCommon(*List, Out);
  List->add_option("--why", Out.Why, "only functions of this name or glob")
      ->option_text("NAME");
  List->add_flag("--json", Out.Json, "as JSON");

  auto *Check = addCommand(
      Main, Out, Command::Check, "check",
      "Is the tree that was instrumented in place up to date? Status 1: no.",
      "spile check -p build src/");
  addCommon(*Check, Out);

  auto *Strip = addCommand(Main, Out, Command::Strip, "strip",
                           "Take every insertion out again, byte for byte.",
                           "spile strip src/");
  Strip->add_option("PATH", Out.Paths, "files, or folders for all below them")
      ->required();
}

} // namespace

std::optional<Options> parseOptions(int Argc, const char *const *Argv,
                                    int &Status) {
  Options Out;
  Out.Jobs = std::max(1u, std::thread::hardware_concurrency());
  CLI::App Main("See what the functions of a C or C++ server do while it runs: "
                "insert timing calls into its source.",
                "spile");
  Main.footer("Example: spile instrument -p build src/\n"
              "Compiler flags may stand behind --, in place of a database.\n"
              "Builds: CC=\"spile-cc gcc\". Counters: spile-view stats NAME.");
  Main.require_subcommand(1);
  Main.set_version_flag("--version", "spile " SPILE_VERSION);
  addCommands(Main, Out);
  const char *const *End = std::find_if(Argv, Argv + Argc, [](const char *Arg) {
    return std::string(Arg) == "--";
  });
  if (End != Argv + Argc)
    Out.Flags.emplace(End + 1, Argv + Argc);
  try {
    Main.parse(static_cast<int>(End - Argv), Argv);
  } catch (const CLI::ParseError &E) {
    Status = Main.exit(E) == 0 ? 0 : 2;
    return std::nullopt;
  }
  return Out;
}

} // namespace spile
