#include "list.h"

#include "stats_json.h"
#include "text.h"

#include <fmt/format.h>

#include <algorithm>

namespace spile::view {

std::string formatList(const std::vector<Process> &processes, bool paths) {
  std::size_t pidWidth = 5, nameWidth = 4;
  for (const Process &process : processes) {
    pidWidth = std::max(pidWidth, fmt::format("{}", process.pid).size());
    nameWidth = std::max(nameWidth, columns(printable(process.name)));
  }
  auto nameAndPath = [&](std::string_view name, std::string_view path) {
    return paths ? padded(name, nameWidth) + "  " + std::string(path)
                 : std::string(name);
  };
  constexpr std::string_view Line = "{:<{}}  {:<7}  {:<19}  {:>7}  {:>9}  {}\n";
  std::string out =
      fmt::format(Line, "PID", pidWidth, "STATE", "STARTED", "WORKERS",
                  "FUNCTIONS", nameAndPath("NAME", "SEGMENT"));
  for (const Process &process : processes)
    out += fmt::format(
        Line, process.pid, pidWidth, word(process.state),
        localTime(process.startedNs), process.workers, process.functions,
        nameAndPath(printable(process.name), printable(process.path)));
  return out;
}

std::string formatListJson(const std::vector<Process> &processes) {
  std::string json = "{\n  \"version\": 1,\n  \"processes\": [";
  for (std::size_t i = 0; i < processes.size(); ++i)
    json +=
        fmt::format("{}\n    {}", i == 0 ? "" : ",", processJson(processes[i]));
  return json + (processes.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

} // namespace spile::view
