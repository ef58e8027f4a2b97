#include "ctl_command.h"

#include "find.h"
#include "glob.h"
#include "text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace spile::view {

namespace {

Outcome show(const CtlOptions &options, Found found) {
  Result<std::vector<Snapshot>> snapshots =
      readSnapshots(found.processes, found.remarks);
  if (!snapshots.ok())
    return failed(snapshots.error());
  std::vector<ProcessModes> processes;
  std::size_t functions = 0;
  for (const Snapshot &snapshot : snapshots.value()) {
    processes.push_back(modesOf(snapshot, options.choice));
    functions += processes.back().functions.size();
  }
  Outcome outcome{StatusFine, "", found.remarks};
  if (functions == 0) {
    outcome.status = StatusNothing;
    outcome.err += complaint(noMatch("*", options.choice, {}));
  }
  if (options.json)
    outcome.out = formatCtlJson(processes, options.all);
  else if (functions > 0)
    outcome.out = formatCtlTable(processes, options.all);
  return outcome;
}

// Takes functions for one process after the other, and remembers which pattern
// has ever matched.
class Chooser {
public:
  explicit Chooser(const Choice &which)
      : choice(which), matched(which.patterns.size()) {}

  bool takes(const Function &function) {
    if (!inPlace(choice, function))
      return false;
    names.push_back(function.name);
    bool any = false;
    for (std::size_t p = 0; p < matched.size(); ++p)
      if (matchesName(choice.patterns[p], function.name))
        any = matched[p] = true;
    return any;
  }

  std::string complaints() const {
    std::string text;
    for (std::size_t p = 0; p < matched.size(); ++p)
      if (!matched[p])
        text += complaint(noMatch(choice.patterns[p], choice, names));
    return text;
  }

private:
  const Choice &choice;
  std::vector<bool> matched;
  std::vector<std::string> names;
};

Outcome change(const CtlOptions &options, const Found &found) {
  Outcome outcome{StatusFine, "", found.remarks};
  Chooser chooser(options.choice);
  std::size_t controlled = 0;
  for (const Process &process : found.processes) {
    const Result<Change> change = changeModes(
        process, [&](const Function &f) { return chooser.takes(f); },
        *options.mode);
    if (!change.ok()) {
      outcome.status = StatusFailed;
      outcome.err += complaint(change.error().message);
      continue;
    }
    ++controlled;
    if (change.value().chosen > 0)
      outcome.out += formatChange(process, change.value(), *options.mode);
  }
  const std::string unmatched = controlled > 0 ? chooser.complaints() : "";
  if (!unmatched.empty())
    outcome.status = std::max(outcome.status, StatusNothing);
  outcome.err += unmatched;
  return outcome;
}

} // namespace

Outcome runCtl(const CtlOptions &options, const std::string &dir) {
  Found found = findProcesses(options.target, false, dir);
  if (found.why)
    return *found.why;
  return options.mode ? change(options, found)
                      : show(options, std::move(found));
}

} // namespace spile::view
