#include "top_table.h"

#include "mode.h"
#include "text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace spile::view {

namespace {

constexpr std::string_view Line = "{:>10}  {:>8}  {:>7}  {:>7}  {:<7}  {}";
constexpr std::string_view WorkerLine = "{:>7}  {:>6}  {:>6}  ";

std::string rate(double number) {
  return fmt::format("{:.{}f}", number, number < 99999.5 ? 1 : 0);
}

std::string percent(double share) {
  return fmt::format("{:.1f}%", share * 100);
}

std::string orDash(const std::optional<double> &share) {
  return share ? percent(*share) : "-";
}

std::string nameOf(const RateWorker &worker) {
  if (worker.worker.tid != 0)
    return fmt::format("{}", worker.worker.tid);
  return worker.worker.kind == WorkerKind::Pooled ? "pooled" : "ended";
}

std::string modeOf(int mode) {
  return mode == MixedModes ? "mixed"
                            : modeName(static_cast<std::uint8_t>(mode));
}

} // namespace

std::string shortTime(std::uint64_t ns) {
  if (ns < 1000)
    return fmt::format("{}ns", ns);
  double time = static_cast<double>(ns) / 1000;
  std::string_view unit = "us";
  for (const std::string_view next : {"ms", "s"}) {
    if (time < 999.5)
      break;
    time /= 1000;
    unit = next;
  }
  const int digits = time < 9.995 ? 2 : time < 99.95 ? 1 : 0;
  return fmt::format("{:.{}f}{}", time, digits, unit);
}

std::string topHead(bool byWorker) {
  return (byWorker ? fmt::format(WorkerLine, "TID", "CPU", "WAIT") : "") +
         fmt::format(Line, "CALLS/S", "TIME/S", "MEAN", "MAX", "MODE",
                     "FUNCTION");
}

std::string topLine(const Rates &rates, const RateRow &row) {
  std::string line;
  if (row.worker) {
    const RateWorker &worker = rates.workers[*row.worker];
    line = fmt::format(WorkerLine, nameOf(worker), orDash(worker.cpuShare),
                       orDash(worker.waitShare));
  }
  return line + fmt::format(Line, rate(row.callsPerSecond),
                            row.timed ? percent(row.timeShare) : "-",
                            row.timed ? shortTime(row.meanNs) : "-",
                            row.maxNs > 0 ? shortTime(row.maxNs) : "-",
                            modeOf(rates.modes[row.function]),
                            printable(rates.functions[row.function].name));
}

std::string topTitle(const Rates &rates) {
  if (rates.processes.size() == 1)
    return processName(rates.processes.front());
  return fmt::format(
      "{} ({})",
      rates.processes.empty() ? "" : printable(rates.processes.front().name),
      fmt::format("{} processes", rates.processes.size()));
}

std::string formatTop(const Rates &rates, const TopView &view, bool idle,
                      std::optional<std::uint32_t> limit) {
  TopRows rows(rates, view);
  std::string out;
  std::size_t lines = 0;
  for (std::size_t r = 0; r < rows.size() && (!limit || lines < *limit); ++r) {
    if (rows[r].callsPerSecond == 0 && !idle)
      continue;
    out += topLine(rates, rows[r]) + "\n";
    ++lines;
  }
  return lines == 0 ? "" : topHead(view.byWorker) + "\n" + out;
}

} // namespace spile::view
