#include "select.h"

#include "nearest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <set>

namespace spile::view {

namespace {

constexpr std::int64_t FamilyGapNs = 2'000'000'000;

bool lives(const Process &process) {
  return process.state == ProcessState::Running;
}

bool olderFirst(const Process &a, const Process &b) {
  return a.startedNs != b.startedNs ? a.startedNs < b.startedNs : a.pid < b.pid;
}

std::optional<std::uint32_t> pidOf(const std::string &target) {
  std::uint32_t pid = 0;
  const char *end = target.data() + target.size();
  auto [stop, error] = std::from_chars(target.data(), end, pid);
  if (target.empty() || error != std::errc() || stop != end)
    return std::nullopt;
  return pid;
}

bool ranTogether(const Process &process, std::int64_t familyStartNs) {
  if (process.startedNs >= familyStartNs || process.endedNs >= familyStartNs)
    return true;
  return process.endedNs == 0 &&
         process.startedNs >= familyStartNs - FamilyGapNs;
}

// `dead` is not empty and its oldest comes first.
std::vector<Process> newestFamily(const std::vector<Process> &dead) {
  std::size_t first = dead.size() - 1;
  for (bool grown = true; grown;) {
    grown = false;
    for (std::size_t i = 0; i < first && !grown; ++i) {
      if (ranTogether(dead[i], dead[first].startedNs)) {
        first = i;
        grown = true;
      }
    }
  }
  return {dead.begin() + static_cast<std::ptrdiff_t>(first), dead.end()};
}

Result<std::vector<Process>> selectPid(const std::vector<Process> &all,
                                       std::uint32_t pid) {
  const Process *best = nullptr;
  for (const Process &process : all) {
    if (process.pid != pid)
      continue;
    if (!best || (lives(process) && !lives(*best)) ||
        (lives(process) == lives(*best) && olderFirst(*best, process)))
      best = &process;
  }
  if (!best)
    return Error{fmt::format("no instrumented process has the pid {}", pid)};
  return std::vector<Process>{*best};
}

std::set<std::string> programs(const std::vector<Process> &all, bool living) {
  std::set<std::string> names;
  for (const Process &process : all)
    if (lives(process) || !living)
      names.insert(process.name);
  return names;
}

Result<std::vector<Process>> selectName(const std::vector<Process> &all,
                                        const std::string &name, bool deadToo) {
  std::vector<Process> ofName;
  std::ranges::copy_if(all, std::back_inserter(ofName),
                       [&](const Process &p) { return p.name == name; });
  if (ofName.empty()) {
    const std::set<std::string> names = programs(all, false);
    auto nearest = nearestWord(name, {names.begin(), names.end()});
    return Error{fmt::format("no instrumented process is named '{}'{}", name,
                             nearest
                                 ? fmt::format("; did you mean '{}'?", *nearest)
                                 : std::string())};
  }
  std::ranges::sort(ofName, olderFirst);
  if (deadToo)
    return ofName;
  std::vector<Process> living;
  std::ranges::copy_if(ofName, std::back_inserter(living), lives);
  return living.empty() ? newestFamily(ofName) : living;
}

} // namespace

bool isFileTarget(const std::string &target) {
  return target.find('/') != std::string::npos || target.ends_with(".spile");
}

Result<std::vector<Process>> selectProcesses(const std::vector<Process> &all,
                                             const std::string &target,
                                             bool deadToo) {
  if (auto pid = pidOf(target))
    return selectPid(all, *pid);
  if (!target.empty())
    return selectName(all, target, deadToo);
  std::set<std::string> names = programs(all, true);
  if (names.empty())
    names = programs(all, false);
  if (names.empty())
    return Error{"no instrumented processes"};
  if (names.size() > 1)
    return Error{fmt::format("which program? Give a PID or one of: {}",
                             fmt::join(names, ", "))};
  return selectName(all, *names.begin(), deadToo);
}

} // namespace spile::view
