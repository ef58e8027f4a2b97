#include "clean.h"

#include "segment_dir.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <system_error>

namespace spile::view {

namespace {

std::string baseName(const std::string &path) {
  return path.substr(path.rfind('/') + 1);
}

bool pidGone(std::uint32_t pid) {
  return kill(static_cast<pid_t>(pid), 0) == -1 && errno == ESRCH;
}

// A process that is within exit() has said that it ended, and counts on.
bool stillMapped(std::uint32_t pid, const std::string &path) {
  std::ifstream maps("/proc/" + std::to_string(pid) + "/maps");
  if (!maps)
    return !pidGone(pid);
  const std::string file = "/" + baseName(path);
  for (std::string line; std::getline(maps, line);)
    if (line.ends_with(file))
      return true;
  // A read that failed half way, as it does in a process that may not be
  // looked at, leaves no line that proves anything.
  return maps.bad() && !pidGone(pid);
}

std::int64_t nanoseconds(const timespec &time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

// Nothing if the file has vanished, or is not one that may be removed.
std::optional<CleanCandidate> candidate(const std::string &path) {
  struct stat status{};
  if (lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
    return std::nullopt;
  const auto name = parseSegmentName(baseName(path));
  if (!name)
    return std::nullopt;
  CleanCandidate found;
  found.path = path;
  found.pidGone = pidGone(name->pid);
  found.endedNs = nanoseconds(status.st_mtim);
  found.bytes = static_cast<std::uint64_t>(status.st_blocks) * 512;
  return found;
}

} // namespace

CleanPlan planClean(const std::vector<CleanCandidate> &candidates,
                    const CleanRules &rules, std::int64_t nowNs) {
  CleanPlan plan;
  for (const CleanCandidate &file : candidates) {
    if (file.state == SegmentState::Living ||
        (rules.olderThanNs && nowNs - file.endedNs < *rules.olderThanNs))
      continue;
    if (file.state == SegmentState::Ended)
      plan.remove.push_back(file);
    else if (file.pidGone)
      (rules.force ? plan.remove : plan.damaged).push_back(file);
  }
  return plan;
}

std::uint64_t bytesOf(const std::vector<CleanCandidate> &candidates) {
  std::uint64_t sum = 0;
  for (const CleanCandidate &file : candidates)
    sum += file.bytes;
  return sum;
}

Result<std::vector<CleanCandidate>> findCandidates(const std::string &dir) {
  Result<SegmentListing> listing = listSegments(dir);
  if (!listing.ok())
    return listing.error();
  std::vector<CleanCandidate> found;
  for (const Process &process : listing.value().processes) {
    auto file = candidate(process.path);
    if (!file)
      continue;
    file->state = process.state == ProcessState::Running ||
                          stillMapped(process.pid, process.path)
                      ? SegmentState::Living
                      : SegmentState::Ended;
    file->endedNs = process.endedNs != 0
                        ? process.endedNs
                        : std::max(process.startedNs, file->endedNs);
    found.push_back(*file);
  }
  for (const BadSegment &bad : listing.value().bad) {
    if (auto file = candidate(bad.path)) {
      file->state = SegmentState::Damaged;
      file->why = bad.why.message;
      found.push_back(*file);
    }
  }
  std::ranges::sort(found, {}, &CleanCandidate::path);
  return found;
}

std::vector<Error> removeFiles(const std::vector<CleanCandidate> &files) {
  std::vector<Error> errors;
  for (const CleanCandidate &file : files) {
    if (unlink(file.path.c_str()) == -1 && errno != ENOENT)
      errors.push_back(
          {file.path + ": " + std::generic_category().message(errno), errno});
  }
  return errors;
}

} // namespace spile::view
