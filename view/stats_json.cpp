#include "stats_json.h"

#include "text.h"

#include <fmt/format.h>

namespace spile::view {

namespace {

// Zero stands for "none" in these two.
template <class Number> std::string orNull(Number number) {
  return number == 0 ? "null" : fmt::format("{}", number);
}

std::string functionJson(const Function &function, const Counts &counts) {
  return fmt::format("{{\"name\": {}, \"calls\": {}, \"total_ns\": {}, "
                     "\"mean_ns\": {}, \"min_ns\": {}, \"max_ns\": {}, "
                     "\"file\": {}, \"line\": {}, \"module\": {}}}",
                     jsonString(function.name), counts.calls, counts.totalNs,
                     counts.meanNs(), counts.minNs, counts.maxNs,
                     jsonString(function.file), function.line,
                     jsonString(function.module));
}

std::string cpuJson(const Worker &worker) {
  if (!worker.cpu)
    return "\"cpu_ns\": null, \"wait_ns\": null, ";
  return fmt::format("\"cpu_ns\": {}, \"wait_ns\": {}, ", worker.cpu->runNs,
                     worker.cpu->waitNs);
}

std::string workerJson(const ReportWorker &worker,
                       const std::vector<Function> &functions, bool cpu) {
  std::string json = fmt::format(
      "{{\"pid\": {}, \"kind\": \"{}\", \"tid\": {}, \"threads\": {}, "
      "\"name\": {}, {}\"functions\": [",
      orNull(worker.pid), word(worker.worker.kind), orNull(worker.worker.tid),
      worker.worker.threads, jsonString(worker.worker.name),
      cpu ? cpuJson(worker.worker) : "");
  for (std::size_t f = 0; f < functions.size(); ++f)
    json += fmt::format("{}\n      {}", f == 0 ? "" : ",",
                        functionJson(functions[f], worker.counts[f]));
  return json + (functions.empty() ? "]}" : "\n    ]}");
}

} // namespace

std::string processJson(const Process &process) {
  return fmt::format(
      "{{\"pid\": {}, \"state\": \"{}\", \"name\": {}, \"exe\": {}, "
      "\"segment\": {}, \"clock\": \"{}\", \"started\": \"{}\", "
      "\"started_ns\": {}, \"ended_ns\": {}, \"functions\": {}, "
      "\"workers\": {}, \"dropped_functions\": {}, \"pooled_threads\": {}}}",
      process.pid, word(process.state), jsonString(process.name),
      jsonString(process.exe), jsonString(process.path), word(process.clock),
      utcTime(process.startedNs), process.startedNs, orNull(process.endedNs),
      process.functions, process.workers, process.droppedFunctions,
      process.pooledThreads);
}

std::string formatStatsJson(const Report &report, bool cpu) {
  std::string json = "{\n  \"version\": 1,\n  \"processes\": [";
  for (std::size_t i = 0; i < report.processes.size(); ++i)
    json += fmt::format("{}\n    {}", i == 0 ? "" : ",",
                        processJson(report.processes[i]));
  json += report.processes.empty() ? "]" : "\n  ]";
  json += ",\n  \"workers\": [";
  for (std::size_t i = 0; i < report.workers.size(); ++i)
    json += fmt::format("{}\n    {}", i == 0 ? "" : ",",
                        workerJson(report.workers[i], report.functions, cpu));
  json += report.workers.empty() ? "]" : "\n  ]";
  return json + "\n}\n";
}

} // namespace spile::view
