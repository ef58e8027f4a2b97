// Which segments may go.
//
// Model
//
//   directory ─ findSegments ─▶ candidates ─ planClean (pure) ─▶ plan ─ main
//   removes exactly plan.remove
//
//   Living   a process still has it: never removed.
//   Ended    a whole segment, and no process has it any more.
//   Damaged  named like a segment but not readable as one. Removed only by
//            force, and only if no process has the pid in its name.
//
// Only regular files named NAME.PID.START.spile that lie in the directory
// itself are ever candidates.
#ifndef SPILE_VIEW_CLEAN_H
#define SPILE_VIEW_CLEAN_H

#include "result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace spile::view {

enum class SegmentState { Living, Ended, Damaged };

struct CleanCandidate {
  std::string path;
  SegmentState state = SegmentState::Living;
  bool pidGone = false;     // no process has the pid of the file's name
  std::int64_t endedNs = 0; // CLOCK_REALTIME. Where the process did not say:
                            // when it started or the file was last modified,
                            // whichever is later
  std::uint64_t bytes = 0;  // that the file takes, not its length
  std::string why;          // of Damaged: the reader's message, with the path
};

struct CleanRules {
  bool force = false;
  std::optional<std::int64_t> olderThanNs;
};

struct CleanPlan {
  std::vector<CleanCandidate> remove;
  std::vector<CleanCandidate> damaged; // what force would remove
};

CleanPlan planClean(const std::vector<CleanCandidate> &candidates,
                    const CleanRules &rules, std::int64_t nowNs);

std::uint64_t bytesOf(const std::vector<CleanCandidate> &candidates);

// What lies in `dir`, sorted by path; reads, changes nothing.
Result<std::vector<CleanCandidate>> findCandidates(const std::string &dir);

// Remove the files; those that are gone already are fine. Answers what could
// not be removed, and why.
std::vector<Error> removeFiles(const std::vector<CleanCandidate> &files);

} // namespace spile::view

#endif // SPILE_VIEW_CLEAN_H
