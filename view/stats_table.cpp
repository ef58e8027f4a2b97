#include "stats_table.h"

#include "text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace spile::view {

namespace {

constexpr std::size_t NameWidth = 25;

std::string headOf(const Worker &worker) {
  switch (worker.kind) {
  case WorkerKind::Live:
  case WorkerKind::Exited:
    return fmt::format("Stat info for worker: {}", worker.tid);
  case WorkerKind::Folded:
    return fmt::format("Stat info for exited workers: {}", worker.threads);
  case WorkerKind::Pooled:
    return fmt::format("Stat info for pooled workers: {}", worker.threads);
  case WorkerKind::All:
    break;
  }
  return fmt::format("Stat info for all workers: {}", worker.threads);
}

std::string cpuOf(const Worker &worker) {
  if (!worker.cpu)
    return "  cpu: -  waited: -";
  return fmt::format("  cpu: {} nanoseconds  waited: {} nanoseconds",
                     worker.cpu->runNs, worker.cpu->waitNs);
}

bool has(const std::vector<Column> &columns, Column column) {
  return std::ranges::count(columns, column) > 0;
}

std::string cell(Column column, const std::vector<Column> &columns,
                 const Function &function, const Counts &counts) {
  switch (column) {
  case Column::Mean:
    return fmt::format("{}", counts.meanNs());
  case Column::Min:
    return fmt::format("{}", counts.minNs);
  case Column::Max:
    return fmt::format("{}", counts.maxNs);
  case Column::File:
    return printable(function.file) + (has(columns, Column::Line)
                                           ? fmt::format(":{}", function.line)
                                           : "");
  case Column::Line:
    break;
  }
  return fmt::format("{}", function.line);
}

std::string_view labelOf(Column column) {
  switch (column) {
  case Column::Mean:
    return "mean: ";
  case Column::Min:
    return "min: ";
  case Column::Max:
    return "max: ";
  case Column::File:
    return "";
  case Column::Line:
    break;
  }
  return "line: ";
}

// What is shown: each column once, and none for a line that File shows.
std::vector<Column> shownOf(const std::vector<Column> &columns) {
  std::vector<Column> shown;
  for (Column column : columns)
    if (!has(shown, column) &&
        !(column == Column::Line && has(columns, Column::File)))
      shown.push_back(column);
  return shown;
}

class Table {
public:
  Table(const Report &shownReport, const std::vector<Column> &wanted,
        bool withCpu)
      : report(shownReport), asked(wanted), cpu(withCpu),
        shown(shownOf(wanted)), widths(shown.size()) {
    for (const Function &function : report.functions)
      nameWidth = std::max(nameWidth, columns(printable(function.name)) + 1);
    for (const ReportWorker &worker : report.workers)
      for (std::size_t f = 0; f < report.functions.size(); ++f)
        for (std::size_t c = 0; c < shown.size(); ++c)
          widths[c] = std::max(widths[c], columns(cellOf(worker, f, c)));
  }

  void add(std::string &out, const ReportWorker &worker) const {
    out += headOf(worker.worker) + (cpu ? cpuOf(worker.worker) : "") + '\n';
    for (std::size_t f = 0; f < report.functions.size(); ++f)
      addLine(out, worker, f);
  }

private:
  std::string cellOf(const ReportWorker &worker, std::size_t f,
                     std::size_t c) const {
    return cell(shown[c], asked, report.functions[f], worker.counts[f]);
  }

  void addLine(std::string &out, const ReportWorker &worker,
               std::size_t f) const {
    const Counts &counts = worker.counts[f];
    std::string line =
        fmt::format("{}: {:>8} times: {:>9} nanoseconds",
                    padded(printable(report.functions[f].name), nameWidth),
                    counts.calls, counts.totalNs);
    for (std::size_t c = 0; c < shown.size(); ++c) {
      const std::string text = cellOf(worker, f, c);
      const std::string fill(widths[c] - columns(text), ' ');
      const bool isText = shown[c] == Column::File;
      line += fmt::format("  {}{}{}", labelOf(shown[c]), isText ? text : fill,
                          isText ? fill : text);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
  }

  const Report &report;
  const std::vector<Column> &asked;
  const bool cpu;
  const std::vector<Column> shown;
  std::size_t nameWidth = NameWidth;
  std::vector<std::size_t> widths;
};

} // namespace

std::string formatStatsTable(const Report &report,
                             const std::vector<Column> &columns, bool cpu) {
  const Table table(report, columns, cpu);
  std::string out;
  for (const ReportWorker &worker : report.workers) {
    if (!out.empty())
      out += '\n';
    table.add(out, worker);
  }
  return out;
}

} // namespace spile::view
