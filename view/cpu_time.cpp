#include "cpu_time.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include <charconv>
#include <cstdint>
#include <string>
#include <system_error>

namespace spile::view {

namespace {

// The number at the start of `text`, which it and the blank behind it leave.
std::optional<std::uint64_t> takeNumber(std::string_view &text) {
  std::uint64_t number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc())
    return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (text.starts_with(' '))
    text.remove_prefix(1);
  return number;
}

std::optional<CpuTime> readCpuTime(std::uint32_t pid, std::uint32_t tid) {
  char buffer[128];
  const std::string path = fmt::format("/proc/{}/task/{}/schedstat", pid, tid);
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return std::nullopt;
  const ssize_t got = read(fd, buffer, sizeof buffer);
  close(fd);
  return parseSchedstat({buffer, static_cast<std::size_t>(got > 0 ? got : 0)});
}

} // namespace

std::optional<CpuTime> parseSchedstat(std::string_view text) {
  const auto run = takeNumber(text);
  const auto wait = takeNumber(text);
  if (!run || !wait || !takeNumber(text))
    return std::nullopt;
  return CpuTime{*run, *wait};
}

void addCpuTimes(Snapshot &snapshot) {
  for (Worker &worker : snapshot.workers)
    if (snapshot.process.state == ProcessState::Running &&
        worker.kind == WorkerKind::Live)
      worker.cpu = readCpuTime(snapshot.process.pid, worker.tid);
}

} // namespace spile::view
