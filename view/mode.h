// The modes of a function: their bytes in the segment, and their names.
//
//   byte             name
//   0                off
//   1, 2             time     by the tick counter, by another clock: which of
//                             them a process has is for its header to say
//   3                fresh    not in use in a segment
//   4                count    calls alone
//   5 ... 20         1/N      all calls, the time of one in N = 2, 4 ... 65536
//
// Pure functions on values.
// Sources: docs/shm-format.md, "Sites and modes".
#ifndef SPILE_VIEW_MODE_H
#define SPILE_VIEW_MODE_H

#include "result.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace spile::view {

constexpr std::uint8_t ModeOff = 0;
constexpr std::uint8_t ModeTime = 1;
constexpr std::uint8_t ModeTimeByRuntime = 2;
constexpr std::uint8_t ModeCount = 4; // and 4 + k: one call in 2^k is timed

// "mode 3" and the like for a byte without a name.
std::string modeName(std::uint8_t mode);

// Whether `word` is meant as a mode: one of the names, or digits/digits.
bool looksLikeMode(std::string_view word);

// The byte of a name; ModeTime for "time". The error tells the nearest names.
Result<std::uint8_t> parseMode(std::string_view word);

// What is stored for `mode` in a process whose header says `modeOn`.
std::uint8_t storedMode(std::uint8_t mode, std::uint8_t modeOn);

// How many functions are in each mode: "338 time, 2 off, 1 at 1/8".
using ModeCounts = std::map<std::string, std::size_t>;
std::string formatModes(const ModeCounts &counts);

} // namespace spile::view

#endif // SPILE_VIEW_MODE_H
