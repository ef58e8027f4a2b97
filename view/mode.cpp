#include "mode.h"

#include "nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <system_error>
#include <utility>
#include <vector>

namespace spile::view {

namespace {

constexpr std::uint64_t MaxRate = 65536; // one call in so many
constexpr std::uint8_t MaxMode = ModeCount + 16;

bool isNumber(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The largest number for one that does not fit.
std::uint64_t numberOf(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() ? number
                              : std::numeric_limits<std::uint64_t>::max();
}

std::string nearestRates(std::uint64_t rate) {
  if (rate < 2)
    return "the nearest is 1/2";
  if (rate > MaxRate)
    return fmt::format("the nearest is 1/{}", MaxRate);
  std::uint64_t above = 2;
  while (above < rate)
    above *= 2;
  return fmt::format("the nearest are 1/{} and 1/{}", above / 2, above);
}

Result<std::uint8_t> parseRate(std::string_view word) {
  const std::uint64_t rate = numberOf(word.substr(2));
  std::uint8_t mode = ModeCount;
  for (std::uint64_t power = 2; power <= MaxRate; power *= 2) {
    ++mode;
    if (power == rate)
      return mode;
  }
  return Error{fmt::format("'{}': N of 1/N is a power of two from 2 to {}; {}",
                           word, MaxRate, nearestRates(rate))};
}

} // namespace

std::string modeName(std::uint8_t mode) {
  if (mode == ModeOff)
    return "off";
  if (mode == ModeTime || mode == ModeTimeByRuntime)
    return "time";
  if (mode == ModeCount)
    return "count";
  if (mode > ModeCount && mode <= MaxMode)
    return fmt::format("1/{}", std::uint32_t{1} << (mode - ModeCount));
  return fmt::format("mode {}", mode);
}

bool looksLikeMode(std::string_view word) {
  const std::size_t slash = word.find('/');
  if (slash == std::string_view::npos)
    return word == "off" || word == "count" || word == "time";
  return isNumber(word.substr(0, slash)) && isNumber(word.substr(slash + 1));
}

Result<std::uint8_t> parseMode(std::string_view word) {
  if (word == "off")
    return ModeOff;
  if (word == "count")
    return ModeCount;
  if (word == "time")
    return ModeTime;
  if (word.starts_with("1/") && isNumber(word.substr(2)))
    return parseRate(word);
  const auto nearest = nearestWord(word, {"off", "count", "time"});
  return Error{fmt::format(
      "'{}' is not one of off, count, time, 1/N{}", word,
      nearest ? fmt::format("; did you mean '{}'?", *nearest) : std::string())};
}

std::uint8_t storedMode(std::uint8_t mode, std::uint8_t modeOn) {
  return mode == ModeTime ? modeOn : mode;
}

std::string formatModes(const ModeCounts &counts) {
  std::vector<std::pair<std::string, std::size_t>> order(counts.begin(),
                                                         counts.end());
  std::ranges::stable_sort(order, std::ranges::greater(),
                           [](const auto &one) { return one.second; });
  std::string text;
  for (const auto &[name, count] : order)
    text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", count,
                        name.starts_with("1/") ? "at " : "", name);
  return text;
}

} // namespace spile::view
