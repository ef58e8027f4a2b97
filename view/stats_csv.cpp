#include "stats_csv.h"

#include "text.h"

#include <fmt/format.h>

namespace spile::view {

namespace {

std::string orEmpty(std::uint32_t number) {
  return number == 0 ? "" : fmt::format("{}", number);
}

std::string cpuFields(const Worker &worker) {
  return worker.cpu
             ? fmt::format(",{},{}", worker.cpu->runNs, worker.cpu->waitNs)
             : ",,";
}

} // namespace

std::string csvField(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos)
    return std::string(text);
  std::string field = "\"";
  for (char c : text) {
    if (c == '"')
      field += '"';
    field += c;
  }
  return field + '"';
}

std::string formatStatsCsv(const Report &report, bool cpu) {
  std::string csv =
      "program,pid,kind,tid,threads,worker,function,calls,total_ns,mean_ns,"
      "min_ns,max_ns,file,line,module";
  csv += cpu ? ",cpu_ns,wait_ns\r\n" : "\r\n";
  for (const ReportWorker &worker : report.workers) {
    const Worker &who = worker.worker;
    const std::string front = fmt::format(
        "{},{},{},{},{},{}", csvField(worker.program), orEmpty(worker.pid),
        word(who.kind), orEmpty(who.tid), who.threads, csvField(who.name));
    const std::string back = cpu ? cpuFields(who) : "";
    for (std::size_t f = 0; f < report.functions.size(); ++f) {
      const Function &function = report.functions[f];
      const Counts &counts = worker.counts[f];
      csv += fmt::format("{},{},{},{},{},{},{},{},{},{}{}\r\n", front,
                         csvField(function.name), counts.calls, counts.totalNs,
                         counts.meanNs(), counts.minNs, counts.maxNs,
                         csvField(function.file), function.line,
                         csvField(function.module), back);
    }
  }
  return csv;
}

} // namespace spile::view
