#include "find.h"

#include "segment_dir.h"
#include "select.h"

#include <fmt/format.h>

namespace spile::view {

namespace {

bool means(const std::string &target, const BadSegment &bad) {
  const auto name = parseSegmentName(bad.path.substr(bad.path.rfind('/') + 1));
  return name &&
         (target == name->program || target == std::to_string(name->pid));
}

Found none(const Outcome &why) { return {{}, "", why}; }

Found findFile(const std::string &path) {
  Result<Process> process = readProcess(path);
  if (!process.ok())
    return none(failed(process.error()));
  return {{process.value()}, ""};
}

} // namespace

std::string nobodyIn(const std::string &dir) {
  return "no instrumented processes in " + dir;
}

Found findProcesses(const std::string &target, bool deadToo,
                    const std::string &dir) {
  if (isFileTarget(target))
    return findFile(target);
  Result<SegmentListing> listing = listSegments(dir);
  if (!listing.ok())
    return none(failed(listing.error()));
  if (target.empty() && listing.value().processes.empty())
    return none(nothing(nobodyIn(dir)));
  Found found;
  const Error *meant = nullptr;
  for (const BadSegment &bad : listing.value().bad)
    if (means(target, bad)) {
      found.remarks += complaint(bad.why.message);
      meant = meant ? meant : &bad.why;
    }
  Result<std::vector<Process>> processes =
      selectProcesses(listing.value().processes, target, deadToo);
  if (!processes.ok())
    return none(
        failed(meant ? *meant
                     : Error{fmt::format("{} (in {})",
                                         processes.error().message, dir)}));
  found.processes = std::move(processes.value());
  return found;
}

Result<std::vector<Snapshot>>
readSnapshots(const std::vector<Process> &processes, std::string &remarks) {
  std::vector<Snapshot> snapshots;
  for (const Process &process : processes) {
    Result<Snapshot> snapshot = readSnapshot(process.path);
    if (snapshot.ok())
      snapshots.push_back(std::move(snapshot.value()));
    else if (processes.size() == 1)
      return snapshot.error();
    else
      remarks += complaint(snapshot.error().message);
  }
  return snapshots;
}

} // namespace spile::view
