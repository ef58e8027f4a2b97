#include "commands.h"

#include "cpu_time.h"
#include "ctl_command.h"
#include "find.h"
#include "list.h"
#include "segment_dir.h"
#include "stats_csv.h"
#include "stats_json.h"
#include "text.h"
#include "top_command.h"

#include <fmt/format.h>

#include <algorithm>

namespace spile::view {

namespace {

Outcome runList(const ListOptions &options, const std::string &dir) {
  Result<SegmentListing> listing = listSegments(dir);
  if (!listing.ok())
    return failed(listing.error());
  const std::vector<Process> &processes = listing.value().processes;
  Outcome outcome;
  for (const BadSegment &bad : listing.value().bad)
    outcome.err += complaint(bad.why.message);
  if (processes.empty()) {
    outcome.status = StatusNothing;
    outcome.err += complaint(nobodyIn(dir));
  }
  if (options.json)
    outcome.out = formatListJson(processes);
  else if (!processes.empty())
    outcome.out = formatList(processes, options.paths);
  return outcome;
}

std::string formatStats(const Report &report, const StatsOptions &options) {
  switch (options.format) {
  case StatsFormat::Json:
    return formatStatsJson(report, options.cpu);
  case StatsFormat::Csv:
    return formatStatsCsv(report, options.cpu);
  case StatsFormat::Table:
    break;
  }
  return formatStatsTable(report, options.columns, options.cpu);
}

std::string whyEmpty(const Report &all, const StatsOptions &options) {
  const std::string &glob = options.arrangement.functions;
  if (all.workers.empty())
    return "no function has been called yet";
  if (!glob.empty())
    return fmt::format("no function {}matches '{}'",
                       options.arrangement.uncalled ? "" : "that was called ",
                       glob);
  return options.arrangement.uncalled
             ? "no function is instrumented"
             : "no function has been called yet; --all shows them";
}

Outcome report(const std::vector<Snapshot> &snapshots,
               const std::string &remarks, const StatsOptions &options) {
  Outcome outcome{StatusFine, "", remarks};
  const Report all = mergeSnapshots(snapshots);
  for (std::uint32_t tid : missingWorkers(all, options.arrangement.workers))
    return failed(
        {fmt::format("no worker {} in {}", tid,
                     all.processes.size() == 1 ? all.processes.front().path
                                               : options.target)});
  for (const Process &process : all.processes)
    if (process.droppedFunctions > 0)
      outcome.err += complaint(
          fmt::format("{}: {} found no room and {} not counted", process.path,
                      counted(process.droppedFunctions, "function"),
                      process.droppedFunctions == 1 ? "is" : "are"));
  const Report shown = arrange(all, options.arrangement);
  if (shown.functions.empty() || shown.workers.empty()) {
    outcome.status = StatusNothing;
    outcome.err += complaint(whyEmpty(all, options));
    if (options.format == StatsFormat::Table)
      return outcome;
  }
  outcome.out = formatStats(shown, options);
  return outcome;
}

Outcome runStats(const StatsOptions &options, const std::string &dir) {
  Found found = findProcesses(options.target, options.deadToo, dir);
  if (found.why)
    return *found.why;
  Result<std::vector<Snapshot>> snapshots =
      readSnapshots(found.processes, found.remarks);
  if (!snapshots.ok())
    return failed(snapshots.error());
  if (options.cpu)
    std::ranges::for_each(snapshots.value(), addCpuTimes);
  return report(snapshots.value(), found.remarks, options);
}

Outcome runClean(const CleanOptions &options, const std::string &dir,
                 std::int64_t nowNs) {
  Result<std::vector<CleanCandidate>> candidates = findCandidates(dir);
  if (!candidates.ok())
    return failed(candidates.error());
  CleanPlan plan = planClean(candidates.value(), options.rules, nowNs);
  Outcome outcome;
  for (const CleanCandidate &file : plan.damaged)
    outcome.err += complaint(file.why + "; --force removes it");
  std::vector<Error> errors;
  if (options.dryRun)
    for (const CleanCandidate &file : plan.remove)
      outcome.out += printable(file.path) + "\n";
  else
    errors = removeFiles(plan.remove);
  for (const Error &error : errors) {
    outcome.err += complaint(error.message);
    outcome.status = StatusFailed;
    std::erase_if(plan.remove, [&](const CleanCandidate &file) {
      return error.message.starts_with(file.path + ":");
    });
  }
  outcome.out += fmt::format(
      "{} {}, {}\n", options.dryRun ? "would remove" : "removed",
      counted(plan.remove.size(), "segment"), humanBytes(bytesOf(plan.remove)));
  return outcome;
}

} // namespace

Outcome runCommand(const Options &options, std::int64_t nowNs,
                   const Write &write) {
  if (const auto *text = std::get_if<TextOptions>(&options.command))
    return {StatusFine, text->text, ""};
  std::string dir = options.dir;
  if (dir.empty()) {
    Result<std::string> standard = defaultSegmentDir();
    if (!standard.ok())
      return failed(standard.error());
    dir = standard.value();
  }
  if (const auto *list = std::get_if<ListOptions>(&options.command))
    return runList(*list, dir);
  if (const auto *stats = std::get_if<StatsOptions>(&options.command))
    return runStats(*stats, dir);
  if (const auto *ctl = std::get_if<CtlOptions>(&options.command))
    return runCtl(*ctl, dir);
  if (const auto *top = std::get_if<TopOptions>(&options.command))
    return runTop(*top, dir, write);
  return runClean(std::get<CleanOptions>(options.command), dir, nowNs);
}

} // namespace spile::view
