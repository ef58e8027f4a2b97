#include "options_live.h"

#include "mode.h"
#include "option_words.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <tuple>

namespace spile::view {

namespace {

constexpr double MinInterval = 0.1, MaxInterval = 3600;

const Words<TopKey> TopWords = {{"calls", TopKey::Calls},
                                {"time", TopKey::Time},
                                {"mean", TopKey::Mean},
                                {"max", TopKey::Max},
                                {"name", TopKey::Name}};

Result<std::int64_t> intervalNs(const std::string &word) {
  double seconds = 0;
  const char *end = word.data() + word.size();
  const auto [stop, error] = std::from_chars(word.data(), end, seconds);
  if (error != std::errc() || stop != end ||
      !(seconds >= MinInterval && seconds <= MaxInterval))
    return Error{
        fmt::format("--interval: '{}' is not a number of seconds from {} to {}",
                    word, MinInterval, MaxInterval)};
  return static_cast<std::int64_t>(std::llround(seconds * 1e9));
}

} // namespace

void addCtl(CLI::App &command, RawCtl &raw) {
  command.add_option("words", raw.words);
  command.add_option("--file", raw.options.choice.file);
  command.add_option("--module", raw.options.choice.module);
  command.add_flag("--all", raw.options.all);
  command.add_flag("--json", raw.options.json);
}

void addTop(CLI::App &command, RawTop &raw) {
  command.add_option("target", raw.options.target);
  command.add_flag("--once", raw.options.once);
  command.add_option("--interval", raw.interval);
  command.add_option("--count", raw.count);
  command.add_flag("--workers", raw.options.view.byWorker);
  command.add_option("--sort", raw.sort);
  command.add_flag("--reverse", raw.options.view.reverse);
  command.add_option("--functions", raw.options.view.filter);
  command.add_option("--limit", raw.limit);
  command.add_flag("--all", raw.options.idle);
}

Result<CtlOptions> ctlOptions(const RawCtl &raw) {
  CtlOptions ctl = raw.options;
  auto word = raw.words.begin();
  if (word != raw.words.end() && !looksLikeMode(*word))
    ctl.target = *word++;
  if (word == raw.words.end())
    return ctl;
  const Result<std::uint8_t> mode = parseMode(*word);
  if (!mode.ok())
    return mode.error();
  ctl.mode = mode.value();
  ctl.choice.patterns.assign(++word, raw.words.end());
  if (ctl.choice.patterns.empty())
    return Error{fmt::format("{}: which functions? Give their names or a "
                             "pattern, '*' for all",
                             modeName(mode.value()))};
  if (ctl.json || ctl.all)
    return Error{fmt::format("{} is for the list, not for a change of modes",
                             ctl.json ? "--json" : "--all")};
  return ctl;
}

Result<TopOptions> topOptions(const CLI::App &command, const RawTop &raw) {
  TopOptions top = raw.options;
  const Result<TopKey> key = choose("--sort", raw.sort, TopWords);
  if (!key.ok())
    return key.error();
  top.view.key = key.value();
  const Result<std::int64_t> interval = intervalNs(raw.interval);
  if (!interval.ok())
    return interval.error();
  top.intervalNs = interval.value();
  for (const auto &[option, word, to] :
       {std::tuple{"--count", &raw.count, &top.count},
        std::tuple{"--limit", &raw.limit, &top.limit}}) {
    if (command.count(option) == 0)
      continue;
    const Result<std::uint32_t> number = positive<std::uint32_t>(option, *word);
    if (!number.ok())
      return number.error();
    *to = number.value();
  }
  if (top.once && top.count)
    return Error{"--once and --count exclude each other"};
  return top;
}

} // namespace spile::view
