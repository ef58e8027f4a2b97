#include "view/select.h"

#include "sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace spile::view {
namespace {

using testing::ElementsAre;
using enum ProcessState;

std::vector<std::uint32_t> pids(const std::vector<Process> &all,
                                const std::string &target,
                                bool deadToo = false) {
  auto selected = selectProcesses(all, target, deadToo);
  std::vector<std::uint32_t> found;
  if (selected.ok())
    for (const Process &process : selected.value())
      found.push_back(process.pid);
  return found;
}

std::string errorOf(const std::vector<Process> &all,
                    const std::string &target) {
  auto selected = selectProcesses(all, target, false);
  return selected.ok() ? "" : selected.error().message;
}

TEST(SelectTest, FilesHaveASlashOrTheSuffix) {
  EXPECT_TRUE(isFileTarget("./x"));
  EXPECT_TRUE(isFileTarget("nginx.1.2.spile"));
  EXPECT_FALSE(isFileTarget("nginx"));
  EXPECT_FALSE(isFileTarget("29985"));
}

TEST(SelectTest, AReusedPidIsTheLivingProcess) {
  EXPECT_EQ(selectProcesses({makeProcess("new", 7, 30, Died),
                             makeProcess("alive", 7, 20),
                             makeProcess("old", 7, 10, Died)},
                            "7", false)
                .value()
                .front()
                .name,
            "alive");
}

TEST(SelectTest, AReusedPidOfTheDeadIsTheNewest) {
  EXPECT_EQ(selectProcesses({makeProcess("old", 7, 10, Died),
                             makeProcess("new", 7, 30, Died),
                             makeProcess("mid", 7, 20, Died)},
                            "7", false)
                .value()
                .front()
                .name,
            "new");
}

TEST(SelectTest, ANameIsAllThatLiveOldestFirst) {
  const std::vector<Process> all = {
      makeProcess("nginx", 3, 30), makeProcess("nginx", 2, 20),
      makeProcess("redis", 4, 25), makeProcess("nginx", 1, 10, Died)};
  EXPECT_THAT(pids(all, "nginx"), ElementsAre(2, 3));
  EXPECT_THAT(pids(all, "nginx", true), ElementsAre(1, 2, 3));
}

TEST(SelectTest, TheDeadOfTheNewestFamilyStandForAName) {
  const std::vector<Process> all = {
      // an earlier run, over before the family began
      makeProcess("nginx", 1, 10, Exited, 50),
      makeProcess("nginx", 2, 11, Died),
      // the master, whose life covers both generations of workers
      makeProcess("nginx", 10, 100, Exited, 900),
      makeProcess("nginx", 11, 101, Exited, 200),
      makeProcess("nginx", 12, 500, Died)};
  EXPECT_THAT(pids(all, "nginx"), ElementsAre(10, 11, 12));
}

TEST(SelectTest, KilledTogetherMeansStartedTogether) {
  const std::vector<Process> all = {makeProcess("nginx", 1, 95, Died),
                                    makeProcess("nginx", 2, 99, Died),
                                    makeProcess("nginx", 3, 100, Died)};
  EXPECT_THAT(pids(all, "nginx"), ElementsAre(2, 3));
}

TEST(SelectTest, NoTargetIsTheOnlyProgram) {
  const auto nginx = makeProcess("nginx", 1, 10);
  const auto redis = makeProcess("redis", 2, 20);
  const auto dead = makeProcess("old", 3, 5, Died);
  EXPECT_THAT(pids({nginx, dead}, ""), ElementsAre(1));
  EXPECT_THAT(pids({dead}, ""), ElementsAre(3));
  EXPECT_EQ(errorOf({redis, nginx, dead}, ""),
            "which program? Give a PID or one of: nginx, redis");
}

TEST(SelectTest, ErrorsSuggestWhatIsClose) {
  const std::vector<Process> all = {makeProcess("nginx", 1, 10)};
  EXPECT_EQ(errorOf(all, "nginy"), "no instrumented process is named 'nginy'; "
                                   "did you mean 'nginx'?");
  EXPECT_EQ(errorOf(all, "apache"),
            "no instrumented process is named 'apache'");
  EXPECT_EQ(errorOf(all, "77"), "no instrumented process has the pid 77");
}

} // namespace
} // namespace spile::view
