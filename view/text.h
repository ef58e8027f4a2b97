// Small pieces that every output format shares.
//
// Names come from the traced program: they may hold any bytes. Nothing here
// writes a control character of theirs to a terminal or an invalid UTF-8
// sequence to JSON.
//
// Pure functions, but localTime reads the time zone.
#ifndef SPILE_VIEW_TEXT_H
#define SPILE_VIEW_TEXT_H

#include "snapshot.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace spile::view {

// `text` with every control character replaced by '?'.
std::string printable(std::string_view text);

// Columns that UTF-8 `text` takes, one a code point.
std::size_t columns(std::string_view text);

// `text` filled up with blanks on the right to `width` columns.
std::string padded(std::string_view text, std::size_t width);

// As much of UTF-8 `text` as fits `width` columns.
std::string_view cut(std::string_view text, std::size_t width);

// As a JSON string, with its quotes; invalid UTF-8 becomes U+FFFD.
std::string jsonString(std::string_view text);

// 2026-11-21T22:08:39, in the local time zone.
std::string localTime(std::int64_t realtimeNs);

// 2026-11-21T22:08:39Z
std::string utcTime(std::int64_t realtimeNs);

// "512 B", "1.2 MiB": at most one digit behind the point.
std::string humanBytes(std::uint64_t bytes);

// "1 segment", "2 segments"
std::string counted(std::uint64_t n, std::string_view noun);

// "monkey (pid 29990)"
std::string processName(const Process &process);

std::string_view word(ProcessState state);
std::string_view word(WorkerKind kind);
std::string_view word(Clock clock);

} // namespace spile::view

#endif // SPILE_VIEW_TEXT_H
