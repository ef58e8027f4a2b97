// The options of the commands for running processes: ctl and top.
#ifndef SPILE_VIEW_OPTIONS_LIVE_H
#define SPILE_VIEW_OPTIONS_LIVE_H

#include "options.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace spile::view {

// What CLI11 fills; as Raw of options.cpp.
struct RawCtl {
  std::vector<std::string> words;
  CtlOptions options;
};

struct RawTop {
  TopOptions options;
  std::string sort = "calls";
  std::string interval = "1";
  std::string count, limit;
};

// `command` is what the options belong to; the raw values must outlive it.
void addCtl(CLI::App &command, RawCtl &raw);
void addTop(CLI::App &command, RawTop &raw);

Result<CtlOptions> ctlOptions(const RawCtl &raw);
Result<TopOptions> topOptions(const CLI::App &command, const RawTop &raw);

} // namespace spile::view

#endif // SPILE_VIEW_OPTIONS_LIVE_H
