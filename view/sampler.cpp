#include "sampler.h"

#include "cpu_time.h"
#include "find.h"
#include "text.h"

#include <fmt/format.h>

#include <chrono>
#include <utility>

namespace spile::view {

namespace {

// A directory may hold some hundred segments of dead processes, which takes
// longer to find out than a small process takes to be read.
constexpr int LooksUntilSearch = 10;

std::int64_t monotonicNs() {
  return std::chrono::nanoseconds(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

bool runs(const Sample &sample) {
  return sample.snapshot.process.state == ProcessState::Running;
}

} // namespace

Sampler::Sampler(std::string theTarget, std::string theDir)
    : target(std::move(theTarget)), dir(std::move(theDir)) {}

Samples Sampler::look(bool cpu) {
  if (looks++ % LooksUntilSearch == 0) {
    Found found = findProcesses(target, false, dir);
    if (found.why)
      return {{}, found.why};
    processes = std::move(found.processes);
  }
  Samples all;
  std::optional<Error> error;
  for (const Process &process : processes) {
    const std::int64_t atNs = monotonicNs();
    Result<Snapshot> snapshot = readSnapshot(process.path);
    if (!snapshot.ok()) {
      error = snapshot.error();
      continue;
    }
    if (cpu)
      addCpuTimes(snapshot.value());
    all.samples.push_back(makeSample(std::move(snapshot.value()), atNs));
  }
  if (std::erase_if(all.samples, [](const Sample &s) { return !runs(s); }) > 0)
    looks = 0; // others may have come for those that ended
  if (all.samples.empty() && error)
    all.why = failed(*error);
  else if (all.samples.empty())
    all.why =
        failed({processes.size() == 1
                    ? processName(processes.front()) + " has ended"
                    : fmt::format("the {} processes of {} have ended",
                                  processes.size(), processes.front().name)});
  return all;
}

} // namespace spile::view
