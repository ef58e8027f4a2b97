#include "ctl.h"

#include "glob.h"
#include "nearest.h"
#include "stats_json.h"
#include "text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace spile::view {

namespace {

ModeCounts countModes(const ProcessModes &process) {
  ModeCounts counts;
  for (const std::uint8_t mode : process.modes)
    ++counts[modeName(mode)];
  return counts;
}

std::string formatProcesses(const std::vector<ProcessModes> &processes) {
  std::size_t nameWidth = 4;
  for (const ProcessModes &one : processes)
    nameWidth = std::max(nameWidth, columns(printable(one.process.name)));
  constexpr std::string_view Line = "{:<7}  {:<7}  {:>9}  {}  {}\n";
  std::string out = fmt::format(Line, "PID", "STATE", "FUNCTIONS",
                                padded("NAME", nameWidth), "MODES");
  for (const ProcessModes &one : processes)
    out += fmt::format(Line, one.process.pid, word(one.process.state),
                       one.functions.size(),
                       padded(printable(one.process.name), nameWidth),
                       formatModes(countModes(one)));
  return out;
}

std::string formatFunctions(const std::vector<ProcessModes> &processes) {
  constexpr std::string_view Line = "{:<7}  {:<7}  {}  {}\n";
  std::size_t nameWidth = 8;
  for (const ProcessModes &one : processes)
    for (const Function &function : one.functions)
      nameWidth = std::max(nameWidth, columns(printable(function.name)));
  std::string out =
      fmt::format(Line, "PID", "MODE", padded("FUNCTION", nameWidth), "FILE");
  for (const ProcessModes &one : processes)
    for (std::size_t f = 0; f < one.functions.size(); ++f)
      out += fmt::format(Line, one.process.pid, modeName(one.modes[f]),
                         padded(printable(one.functions[f].name), nameWidth),
                         fmt::format("{}:{}", printable(one.functions[f].file),
                                     one.functions[f].line));
  return out;
}

std::string functionJson(const ProcessModes &one, std::size_t f) {
  const Function &function = one.functions[f];
  return fmt::format("{{\"pid\": {}, \"mode\": \"{}\", \"name\": {}, "
                     "\"file\": {}, \"line\": {}, \"module\": {}}}",
                     one.process.pid, modeName(one.modes[f]),
                     jsonString(function.name), jsonString(function.file),
                     function.line, jsonString(function.module));
}

// "KEY": [...], an object a line.
std::string jsonList(const std::string &key,
                     const std::vector<std::string> &objects) {
  std::string json = fmt::format(",\n  \"{}\": [", key);
  for (std::size_t i = 0; i < objects.size(); ++i)
    json += fmt::format("{}\n    {}", i == 0 ? "" : ",", objects[i]);
  return json + (objects.empty() ? "]" : "\n  ]");
}

} // namespace

bool inPlace(const Choice &choice, const Function &function) {
  return (choice.file.empty() || matchesPath(choice.file, function.file)) &&
         (choice.module.empty() || matchesPath(choice.module, function.module));
}

ProcessModes modesOf(const Snapshot &snapshot, const Choice &choice) {
  ProcessModes one{snapshot.process, {}, {}};
  for (std::size_t f = 0; f < snapshot.functions.size(); ++f)
    if (inPlace(choice, snapshot.functions[f])) {
      one.functions.push_back(snapshot.functions[f]);
      one.modes.push_back(snapshot.modes[f]);
    }
  return one;
}

std::string formatCtlTable(const std::vector<ProcessModes> &processes,
                           bool all) {
  return all ? formatFunctions(processes) : formatProcesses(processes);
}

std::string formatCtlJson(const std::vector<ProcessModes> &processes,
                          bool all) {
  std::vector<std::string> heads, modes, functions;
  for (const ProcessModes &one : processes) {
    heads.push_back(processJson(one.process));
    for (const auto &[mode, count] : countModes(one))
      modes.push_back(
          fmt::format("{{\"pid\": {}, \"mode\": \"{}\", \"functions\": {}}}",
                      one.process.pid, mode, count));
    for (std::size_t f = 0; all && f < one.functions.size(); ++f)
      functions.push_back(functionJson(one, f));
  }
  return "{\n  \"version\": 1" + jsonList("processes", heads) +
         jsonList("modes", modes) +
         (all ? jsonList("functions", functions) : "") + "\n}\n";
}

std::string formatChange(const Process &process, const Change &change,
                         std::uint8_t mode) {
  const std::string before = change.before.size() == 1
                                 ? change.before.begin()->first
                                 : formatModes(change.before);
  return fmt::format("{} of {} of {}: {} -> {}\n", change.chosen,
                     counted(change.functions, "function"),
                     processName(process), before, modeName(mode));
}

std::string noMatch(const std::string &pattern, const Choice &choice,
                    const std::vector<std::string> &names) {
  std::set<std::string> words(names.begin(), names.end());
  for (const std::string &name : names)
    if (const std::size_t colons = name.rfind("::");
        colons != std::string::npos)
      words.insert(name.substr(colons + 2));
  const auto nearest = nearestWord(pattern, {words.begin(), words.end()});
  return fmt::format(
      "no function{}{} matches '{}'{}",
      choice.file.empty() ? "" : fmt::format(" of file '{}'", choice.file),
      choice.module.empty() ? ""
                            : fmt::format(" of module '{}'", choice.module),
      pattern,
      nearest ? fmt::format("; did you mean '{}'?", *nearest) : std::string());
}

} // namespace spile::view
