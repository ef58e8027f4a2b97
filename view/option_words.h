// The words and numbers behind options, understood with messages that help.
//
// Pure functions on values.
#ifndef SPILE_VIEW_OPTION_WORDS_H
#define SPILE_VIEW_OPTION_WORDS_H

#include "nearest.h"
#include "result.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <limits>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace spile::view {

template <class Value> using Words = std::vector<std::pair<std::string, Value>>;

inline std::string didYouMean(const std::string &word,
                              const std::vector<std::string> &words) {
  auto nearest = nearestWord(word, words);
  return nearest ? fmt::format("; did you mean '{}'?", *nearest) : "";
}

template <class Value>
Result<Value> choose(const std::string &option, const std::string &word,
                     const Words<Value> &words) {
  std::vector<std::string> names;
  for (const auto &[name, value] : words) {
    if (name == word)
      return value;
    names.push_back(name);
  }
  return Error{fmt::format("{}: '{}' is not one of {}{}", option, word,
                           fmt::join(names, ", "), didYouMean(word, names))};
}

template <class Number>
Result<Number> positive(const std::string &option, const std::string &word) {
  Number number = 0;
  const char *end = word.data() + word.size();
  const auto [stop, error] = std::from_chars(word.data(), end, number);
  if (error != std::errc() || stop != end || number == 0)
    return Error{fmt::format("{}: '{}' is not a number from 1 to {}", option,
                             word, std::numeric_limits<Number>::max())};
  return number;
}

} // namespace spile::view

#endif // SPILE_VIEW_OPTION_WORDS_H
