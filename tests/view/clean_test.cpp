#include "view/clean.h"

#include "temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

namespace spile::view {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::int64_t Day = 86400'000'000'000;

CleanCandidate file(const std::string &path, SegmentState state,
                    std::int64_t endedDays, bool pidGone = true) {
  CleanCandidate candidate;
  candidate.path = path;
  candidate.state = state;
  candidate.pidGone = pidGone;
  candidate.endedNs = endedDays * Day;
  candidate.bytes = 4096;
  return candidate;
}

std::vector<std::string> paths(const std::vector<CleanCandidate> &files) {
  std::vector<std::string> all;
  for (const CleanCandidate &candidate : files)
    all.push_back(candidate.path);
  return all;
}

// A pid that no process has: its own was reaped.
pid_t gonePid() {
  const pid_t pid = fork();
  if (pid == 0)
    _exit(0);
  waitpid(pid, nullptr, 0);
  return pid;
}

TEST(CleanTest, OnlyTheEndedGo) {
  const CleanPlan plan = planClean({file("living", SegmentState::Living, 1),
                                    file("ended", SegmentState::Ended, 1),
                                    file("broken", SegmentState::Damaged, 1)},
                                   {}, 10 * Day);
  EXPECT_THAT(paths(plan.remove), ElementsAre("ended"));
  EXPECT_THAT(paths(plan.damaged), ElementsAre("broken"));
}

TEST(CleanTest, ForceTakesTheDamagedWhosePidIsGone) {
  CleanRules force;
  force.force = true;
  const CleanPlan plan =
      planClean({file("living", SegmentState::Living, 1),
                 file("gone", SegmentState::Damaged, 1, true),
                 file("there", SegmentState::Damaged, 1, false)},
                force, 10 * Day);
  EXPECT_THAT(paths(plan.remove), ElementsAre("gone"));
  EXPECT_THAT(paths(plan.damaged), IsEmpty());
}

TEST(CleanTest, OlderThanCountsFromTheEnd) {
  CleanRules rules;
  rules.olderThanNs = 2 * Day;
  const CleanPlan plan = planClean({file("young", SegmentState::Ended, 9),
                                    file("just", SegmentState::Ended, 8),
                                    file("old", SegmentState::Ended, 1)},
                                   rules, 10 * Day);
  EXPECT_THAT(paths(plan.remove), ElementsAre("just", "old"));
  EXPECT_EQ(bytesOf(plan.remove), 8192u);
}

TEST(CleanTest, ForeignNamesAreNoCandidates) {
  const TempDir dir;
  dir.write("notes.spile", "mine");
  dir.write("notes.txt", "mine");
  const std::string gone = std::to_string(gonePid());
  const std::string bad = dir.write("x." + gone + ".1.spile", "broken");
  const std::string mine =
      dir.write("y." + std::to_string(getpid()) + ".1.spile", "broken");
  const auto found = findCandidates(dir.path);
  ASSERT_TRUE(found.ok());
  ASSERT_THAT(paths(found.value()), ElementsAre(bad, mine));
  EXPECT_EQ(found.value()[0].state, SegmentState::Damaged);
  EXPECT_TRUE(found.value()[0].pidGone);
  EXPECT_GT(found.value()[0].bytes, 0u);
  EXPECT_FALSE(found.value()[1].pidGone);
}

TEST(CleanTest, RemovesTheFilesAndTellsWhatItCouldNot) {
  const TempDir dir;
  const std::string path = dir.write("a", "x");
  std::filesystem::create_directory(dir.path + "/d");
  const auto errors = removeFiles(
      {file(path, SegmentState::Ended, 0), file(path, SegmentState::Ended, 0),
       file(dir.path + "/d", SegmentState::Ended, 0)});
  EXPECT_FALSE(std::filesystem::exists(path));
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].message, dir.path + "/d: Is a directory");
}

} // namespace
} // namespace spile::view
