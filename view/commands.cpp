#include "commands.h"

#include "list.h"
#include "segment_dir.h"
#include "select.h"
#include "stats_csv.h"
#include "stats_json.h"
#include "text.h"

#include <fmt/format.h>

#include <algorithm>

namespace spile::view {

namespace {

Outcome failed(const Error &error) {
  return {StatusFailed, "", complaint(error.message)};
}

Outcome nothing(const std::string &message) {
  return {StatusNothing, "", complaint(message)};
}

std::string nobodyIn(const std::string &dir) {
  return "no instrumented processes in " + dir;
}

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

// What a command found, and remarks for stderr.
struct Found {
  std::vector<Snapshot> snapshots;
  std::string remarks;
};

bool means(const std::string &target, const BadSegment &bad) {
  const auto name = parseSegmentName(bad.path.substr(bad.path.rfind('/') + 1));
  return name &&
         (target == name->program || target == std::to_string(name->pid));
}

Result<Found> readProcesses(const std::vector<Process> &processes) {
  Found found;
  for (const Process &process : processes) {
    Result<Snapshot> snapshot = readSnapshot(process.path);
    if (snapshot.ok())
      found.snapshots.push_back(std::move(snapshot.value()));
    else if (processes.size() == 1)
      return snapshot.error();
    else
      found.remarks += complaint(snapshot.error().message);
  }
  return found;
}

Result<Found> findSnapshots(const StatsOptions &options,
                            const SegmentListing &listing) {
  std::string remarks;
  for (const BadSegment &bad : listing.bad)
    if (means(options.target, bad))
      remarks += complaint(bad.why.message);
  Result<std::vector<Process>> processes =
      selectProcesses(listing.processes, options.target, options.deadToo);
  if (!processes.ok()) {
    for (const BadSegment &bad : listing.bad)
      if (means(options.target, bad))
        return bad.why;
    return processes.error();
  }
  Result<Found> found = readProcesses(processes.value());
  if (found.ok())
    found.value().remarks = remarks + found.value().remarks;
  return found;
}

std::string formatStats(const Report &report, const StatsOptions &options) {
  switch (options.format) {
  case StatsFormat::Json:
    return formatStatsJson(report);
  case StatsFormat::Csv:
    return formatStatsCsv(report);
  case StatsFormat::Table:
    break;
  }
  return formatStatsTable(report, options.columns);
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

Outcome report(const Found &found, const StatsOptions &options) {
  Outcome outcome{StatusFine, "", found.remarks};
  const Report all = mergeSnapshots(found.snapshots);
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
  if (isFileTarget(options.target)) {
    Result<Snapshot> snapshot = readSnapshot(options.target);
    if (!snapshot.ok())
      return failed(snapshot.error());
    return report({{std::move(snapshot.value())}, ""}, options);
  }
  Result<SegmentListing> listing = listSegments(dir);
  if (!listing.ok())
    return failed(listing.error());
  if (options.target.empty() && listing.value().processes.empty())
    return nothing(nobodyIn(dir));
  Result<Found> found = findSnapshots(options, listing.value());
  if (!found.ok())
    return failed({found.error().code == 0
                       ? fmt::format("{} (in {})", found.error().message, dir)
                       : found.error().message});
  return report(found.value(), options);
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

std::string complaint(const std::string &message) {
  return "spile-view: " + printable(message) + "\n";
}

Outcome runCommand(const Options &options, std::int64_t nowNs) {
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
  return runClean(std::get<CleanOptions>(options.command), dir, nowNs);
}

} // namespace spile::view
