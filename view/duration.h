// "2d", "90m", "1w": a length of time as a person types it.
#ifndef SPILE_VIEW_DURATION_H
#define SPILE_VIEW_DURATION_H

#include "result.h"

#include <cstdint>
#include <string_view>

namespace spile::view {

// Nanoseconds. A whole number and one of s, m, h, d, w; at most 100 years.
Result<std::int64_t> parseDuration(std::string_view text);

} // namespace spile::view

#endif // SPILE_VIEW_DURATION_H
