#include "segment_dir.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <system_error>

namespace fs = std::filesystem;

namespace spile::view {

namespace {

constexpr std::string_view Suffix = ".spile";

// Cut the part behind the last dot off `rest`.
std::string_view takeLast(std::string_view &rest) {
  const std::size_t dot = rest.rfind('.');
  if (dot == std::string_view::npos)
    return {};
  std::string_view part = rest.substr(dot + 1);
  rest = rest.substr(0, dot);
  return part;
}

template <class Number> std::optional<Number> number(std::string_view text) {
  Number value = 0;
  auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size())
    return std::nullopt;
  return value;
}

Error cannotRead(const std::string &dir, const std::error_code &error) {
  return {dir + ": " + error.message(), error.value()};
}

void addSegment(const std::string &path, SegmentListing &listing) {
  Result<Process> process = readProcess(path);
  if (process.ok())
    listing.processes.push_back(process.value());
  else if (process.error().code != ENOENT)
    listing.bad.push_back({path, process.error()});
}

} // namespace

std::optional<SegmentName> parseSegmentName(std::string_view file) {
  if (!file.ends_with(Suffix))
    return std::nullopt;
  file.remove_suffix(Suffix.size());
  const auto start = number<std::uint64_t>(takeLast(file));
  const auto pid = number<std::uint32_t>(takeLast(file));
  if (!start || !pid || *pid == 0 || file.empty())
    return std::nullopt;
  return SegmentName{std::string(file), *pid};
}

Result<SegmentListing> listSegments(const std::string &dir) {
  SegmentListing listing;
  std::error_code error;
  fs::directory_iterator entries(dir, error);
  if (error == std::errc::no_such_file_or_directory)
    return listing;
  if (error)
    return cannotRead(dir, error);
  for (; entries != fs::directory_iterator(); entries.increment(error)) {
    const fs::path &path = entries->path();
    std::error_code ignored;
    if (path.extension() == Suffix &&
        fs::symlink_status(path, ignored).type() == fs::file_type::regular)
      addSegment(path.string(), listing);
  }
  if (error) // increment has then ended the loop
    return cannotRead(dir, error);
  std::ranges::sort(listing.processes, [](const Process &a, const Process &b) {
    return a.startedNs != b.startedNs ? a.startedNs > b.startedNs
                                      : a.pid > b.pid;
  });
  std::ranges::sort(listing.bad, {}, &BadSegment::path);
  return listing;
}

} // namespace spile::view
