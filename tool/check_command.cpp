#include "tool/commands.h"
#include "tool/terminal.h"
#include <fmt/format.h>

namespace spile {

int checkCommand(const Options &, Run R) {
  size_t Stale = 0;
  for (const FilePlan &Plan : R.Files) {
    if (applyEdits(Plan.Source.Original, Plan.Edits) == Plan.Source.OnDisk)
      continue;
    ++Stale;
    fmt::print("{}: stale\n", shownPath(Plan.Source.Path));
  }
  if (!R.Unparsed.empty())
    return 2;
  return Stale ? 1 : 0;
}

} // namespace spile
