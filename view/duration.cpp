#include "duration.h"

#include <fmt/format.h>

#include <charconv>

namespace spile::view {

namespace {

// 0 if there is no such unit.
std::int64_t secondsIn(std::string_view unit) {
  if (unit.size() != 1)
    return 0;
  switch (unit.front()) {
  case 's':
    return 1;
  case 'm':
    return 60;
  case 'h':
    return 60 * 60;
  case 'd':
    return 24 * 60 * 60;
  case 'w':
    return 7 * 24 * 60 * 60;
  default:
    return 0;
  }
}

} // namespace

Result<std::int64_t> parseDuration(std::string_view text) {
  constexpr std::int64_t Longest = std::int64_t{100} * 366 * 24 * 60 * 60;
  std::int64_t number = -1;
  const char *end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  const std::int64_t unit =
      secondsIn({stop, static_cast<std::size_t>(end - stop)});
  if (error != std::errc() || number < 0 || unit == 0)
    return Error{fmt::format("'{}' is not a duration such as 30s, 90m, 12h, "
                             "2d or 1w",
                             text)};
  if (number > Longest / unit)
    return Error{fmt::format("'{}' is longer than 100 years", text)};
  return number * unit * 1'000'000'000;
}

} // namespace spile::view
