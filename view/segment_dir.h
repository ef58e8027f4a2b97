// The segments of one directory, and their file names.
//
// Model: NAME.PID.START.spile is one process's segment; NAME may hold dots.
// Files with other names are nobody's business and are never opened.
//
// Threads: the functions may be called from any thread.
#ifndef SPILE_VIEW_SEGMENT_DIR_H
#define SPILE_VIEW_SEGMENT_DIR_H

#include "result.h"
#include "snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spile::view {

struct SegmentName {
  std::string program;
  std::uint32_t pid = 0;

  bool operator==(const SegmentName &) const = default;
};

// The parts of a file name (without directory); nothing if it is not the name
// of a segment.
std::optional<SegmentName> parseSegmentName(std::string_view file);

struct BadSegment {
  std::string path;
  Error why;
};

struct SegmentListing {
  std::vector<Process> processes; // newest first
  std::vector<BadSegment> bad;    // named *.spile, but not readable as one
};

// Read who is in `dir`. A directory that does not exist is an empty one; one
// that may not be read is an error. Files that vanish meanwhile are left out.
Result<SegmentListing> listSegments(const std::string &dir);

} // namespace spile::view

#endif // SPILE_VIEW_SEGMENT_DIR_H
