// The help pages: each fits a screen of 80 columns and 24 lines.
#ifndef SPILE_VIEW_HELP_H
#define SPILE_VIEW_HELP_H

#include <string_view>

namespace spile::view {

// `command` is "list", "stats", "top", "ctl", "clean", or empty for the
// overview.
std::string_view helpFor(std::string_view command);

} // namespace spile::view

#endif // SPILE_VIEW_HELP_H
