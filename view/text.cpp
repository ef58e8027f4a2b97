#include "text.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>

namespace spile::view {

namespace {

constexpr std::int64_t NsPerSecond = 1'000'000'000;

bool isControl(unsigned char c) { return c < 0x20 || c == 0x7f; }

bool continues(unsigned char c) { return (c & 0xc0) == 0x80; }

// Length of the valid UTF-8 sequence that `text` begins with; 0 if it is not
// one (overlong forms, surrogates and values past U+10FFFF are not).
std::size_t sequenceLength(std::string_view text) {
  auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const unsigned first = byte(0), second = byte(1);
  if (first < 0x80)
    return 1;
  if (first < 0xc2 || first > 0xf4)
    return 0;
  const std::size_t length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  for (std::size_t i = 1; i < length; ++i)
    if (!continues(static_cast<unsigned char>(byte(i))))
      return 0;
  const bool tooSmall =
      (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
  const bool tooLarge =
      (first == 0xed && second >= 0xa0) || (first == 0xf4 && second >= 0x90);
  return tooSmall || tooLarge ? 0 : length;
}

std::string formatTime(const std::tm &time, const char *format) {
  char buffer[64];
  return {buffer, std::strftime(buffer, sizeof buffer, format, &time)};
}

std::time_t secondsOf(std::int64_t ns) {
  return static_cast<std::time_t>(ns / NsPerSecond);
}

} // namespace

std::string printable(std::string_view text) {
  std::string clean(text);
  std::ranges::replace_if(
      clean, [](char c) { return isControl(static_cast<unsigned char>(c)); },
      '?');
  return clean;
}

std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return !continues(static_cast<unsigned char>(c)); }));
}

std::string padded(std::string_view text, std::size_t width) {
  std::string line(text);
  const std::size_t taken = columns(text);
  if (taken < width)
    line.append(width - taken, ' ');
  return line;
}

std::string_view cut(std::string_view text, std::size_t width) {
  std::size_t end = 0, taken = 0;
  for (; end < text.size(); ++end)
    if (!continues(static_cast<unsigned char>(text[end])) && taken++ == width)
      break;
  return text.substr(0, end);
}

std::string jsonString(std::string_view text) {
  std::string json = "\"";
  while (!text.empty()) {
    const std::size_t length = sequenceLength(text);
    const char c = text.front();
    if (length == 0)
      json += "\\ufffd";
    else if (c == '"' || c == '\\')
      json += {'\\', c};
    else if (isControl(static_cast<unsigned char>(c)))
      json += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    else
      json += text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return json + '"';
}

std::string localTime(std::int64_t realtimeNs) {
  const std::time_t seconds = secondsOf(realtimeNs);
  std::tm time{};
  localtime_r(&seconds, &time);
  return formatTime(time, "%Y-%m-%dT%H:%M:%S");
}

std::string utcTime(std::int64_t realtimeNs) {
  const std::time_t seconds = secondsOf(realtimeNs);
  std::tm time{};
  gmtime_r(&seconds, &time);
  return formatTime(time, "%Y-%m-%dT%H:%M:%SZ");
}

std::string humanBytes(std::uint64_t bytes) {
  if (bytes < 1024)
    return fmt::format("{} B", bytes);
  double size = static_cast<double>(bytes) / 1024;
  std::string_view unit = "KiB";
  for (std::string_view next : {"MiB", "GiB", "TiB"}) {
    if (size < 1023.95)
      break;
    size /= 1024;
    unit = next;
  }
  return fmt::format("{:.1f} {}", size, unit);
}

std::string counted(std::uint64_t n, std::string_view noun) {
  return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

std::string processName(const Process &process) {
  return fmt::format("{} (pid {})", printable(process.name), process.pid);
}

std::string_view word(ProcessState state) {
  switch (state) {
  case ProcessState::Running:
    return "running";
  case ProcessState::Exited:
    return "exited";
  case ProcessState::Died:
    break;
  }
  return "died";
}

std::string_view word(WorkerKind kind) {
  switch (kind) {
  case WorkerKind::Live:
    return "live";
  case WorkerKind::Exited:
    return "exited";
  case WorkerKind::Folded:
    return "folded";
  case WorkerKind::Pooled:
    return "pooled";
  case WorkerKind::All:
    break;
  }
  return "all";
}

std::string_view word(Clock clock) {
  switch (clock) {
  case Clock::Tsc:
    return "tsc";
  case Clock::Monotonic:
    return "monotonic";
  case Clock::ThreadCpu:
    break;
  }
  return "thread-cpu";
}

} // namespace spile::view
