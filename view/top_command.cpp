#include "top_command.h"

#include "sampler.h"
#include "top_screen.h"
#include "top_table.h"

#include <fmt/format.h>

#include <unistd.h>

#include <chrono>
#include <thread>

namespace spile::view {

namespace {

std::string whyEmpty(const TopOptions &options) {
  if (options.view.filter.empty())
    return "no function was called";
  return fmt::format("no function that was called matches '{}'",
                     options.view.filter);
}

Outcome runPlain(const TopOptions &options, const std::string &dir,
                 const Write &write) {
  Sampler sampler(options.target, dir);
  Samples before = sampler.look(options.view.byWorker);
  if (before.why)
    return *before.why;
  std::string tables;
  bool any = false;
  const std::uint32_t count = options.once ? 1 : options.count.value_or(0);
  for (std::uint32_t n = 0; count == 0 || n < count; ++n) {
    std::this_thread::sleep_for(std::chrono::nanoseconds(options.intervalNs));
    Samples after = sampler.look(options.view.byWorker);
    if (after.why) // its end is no mistake, if something was seen before
      return {any ? StatusFine : after.why->status, tables, after.why->err};
    std::string table = formatTop(
        ratesBetween(before.samples, after.samples, options.view.byWorker),
        options.view, options.idle, options.limit);
    before = std::move(after);
    if (table.empty())
      continue;
    table.insert(0, any ? "\n" : "");
    any = true;
    if (!write)
      tables += table;
    else if (!write(table))
      return {};
  }
  return any ? Outcome{StatusFine, tables, ""} : nothing(whyEmpty(options));
}

} // namespace

Outcome runTop(const TopOptions &options, const std::string &dir,
               const Write &write) {
  if (!options.once && write && isatty(STDIN_FILENO) == 1 &&
      isatty(STDOUT_FILENO) == 1)
    return runTopScreen(options, dir);
  return runPlain(options, dir, write);
}

} // namespace spile::view
