// spile: see tool/options.cpp for what a person types.
#include "tool/commands.h"
#include "tool/terminal.h"

using namespace spile;

// Nothing is parsed, and nothing written, before every configuration is sound.
static bool loadConfigs(const Options &Opts,
                        const std::vector<InputUnit> &Units,
                        std::vector<std::shared_ptr<const Config>> &Out) {
  ConfigSet Configs(Opts.ConfigFile, Opts.Functions);
  for (const InputUnit &Unit : Units)
    Out.push_back(Configs.of(Unit.Path));
  print(Configs.problems());
  return !hasErrors(Configs.problems());
}

static int runCommand(const Options &Opts, Run R) {
  switch (Opts.What) {
  case Command::Instrument:
    return instrumentCommand(Opts, std::move(R));
  case Command::Diff:
    return diffCommand(Opts, std::move(R));
  case Command::List:
    return listCommand(Opts, std::move(R));
  case Command::Check:
    return checkCommand(Opts, std::move(R));
  case Command::Strip:
    break;
  }
  return 2;
}

int main(int Argc, char **Argv) {
  int Status = 0;
  std::optional<Options> Opts = parseOptions(Argc, Argv, Status);
  if (!Opts)
    return Status;
  if (Opts->What == Command::Strip)
    return stripCommand(*Opts);
  Diagnostics Problems;
  std::vector<InputUnit> Units = findUnits(*Opts, Problems);
  print(Problems);
  std::vector<std::shared_ptr<const Config>> Configs;
  if (!loadConfigs(*Opts, Units, Configs) || hasErrors(Problems))
    return 2;
  Run R = runUnits(Units, Configs, Opts->Jobs, progressLine(Units.size()));
  print(R.Problems);
  return runCommand(*Opts, std::move(R));
}
