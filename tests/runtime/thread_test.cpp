#include "run.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

using namespace spile_test;

namespace {

using Counts = std::vector<uint64_t>;

std::string suffixed(const char *Program, const std::string &Link) {
  return Program + Link;
}

class EveryLink : public testing::TestWithParam<const char *> {
protected:
  bool built(const char *Program) {
    return exists(programPath(suffixed(Program, GetParam())));
  }
  std::string program(const char *Program) {
    return suffixed(Program, GetParam());
  }
};
INSTANTIATE_TEST_SUITE_P(Linked, EveryLink,
                         testing::Values("", "_archive", "_static",
                                         "_static_pie"),
                         [](const auto &Info) {
                           return Info.param[0] == '\0'
                                      ? std::string("_shared")
                                      : std::string(Info.param);
                         });

TEST_P(EveryLink, ThreadsCountForThemselves) {
  if (!built("threads"))
    GTEST_SKIP() << "static programs are not built with sanitizers";
  Place P;
  EXPECT_EQ(P.run(program("threads"), {"8", "1234", "together"}).Status, 0);
  Segment S = P.segment();
  EXPECT_EQ(S.callsByWorker("leaf"), Counts(8, 1234));
  EXPECT_EQ(S.callsByWorker("worker"), Counts(8, 1));
  EXPECT_EQ(S.workers(SPILE_WORKER_EXITED), 8u);
  EXPECT_TRUE(S.plausible());
}

TEST_P(EveryLink, CallsAroundTheEndOfThreadsAndOfMain) {
  if (!built("late_calls"))
    GTEST_SKIP() << "static programs are not built with sanitizers";
  Place P;
  EXPECT_EQ(P.run(program("late_calls")).Status, 0);
  // Before main, at exit, in a destructor; threads: once, and in four rounds.
  EXPECT_EQ(P.segment().calls("counted"), 3u + 200 * 5);
}

TEST(Thread, ManyShortThreadsStayInTheTable) {
  Place P("/dev/shm");
  EXPECT_EQ(P.run("threads", {"5000", "3", "one-by-one"}).Status, 0);
  Segment S = P.segment();
  EXPECT_EQ(S.calls("leaf"), 15000u);
  EXPECT_EQ(S.calls("worker"), 5000u);
  EXPECT_EQ(S.workers(SPILE_WORKER_FOLDED), 1u);
  EXPECT_GE(S.workers(SPILE_WORKER_EXITED), 64u);
  EXPECT_LE(S.workers(SPILE_WORKER_EXITED), 100u);
  uint64_t Threads = 0;
  for (uint32_t W = 0; W < S.get().worker_count; ++W)
    Threads += S.get().workers[W].threads;
  EXPECT_EQ(Threads, 5000u);
  struct stat About;
  ASSERT_EQ(stat(P.segmentPaths()[0].c_str(), &About), 0);
  EXPECT_LT(About.st_blocks * 512, 1 << 20) << "bytes that are in use";
}

TEST(Thread, WithoutAPlaceOfTheirOwnTheyShareOne) {
  Place P;
  P.Environment["SPILE_MAX_WORKERS"] = "4";
  EXPECT_EQ(P.run("threads", {"20", "5000", "together"}).Status, 0);
  Segment S = P.segment();
  EXPECT_EQ(S.calls("leaf"), 100000u);
  EXPECT_EQ(S.calls("worker"), 20u);
  EXPECT_EQ(S.workers(SPILE_WORKER_POOLED), 1u);
  EXPECT_EQ(S.workers(SPILE_WORKER_EXITED), 4u);
  EXPECT_EQ(S.get().process.pooled_threads, 16u);
  EXPECT_TRUE(S.plausible());
}

TEST(Thread, FewPlacesAreUsedAgain) {
  Place P;
  P.Environment["SPILE_MAX_WORKERS"] = "2";
  EXPECT_EQ(P.run("threads", {"300", "10", "one-by-one"}).Status, 0);
  Segment S = P.segment();
  EXPECT_EQ(S.calls("leaf"), 3000u);
  EXPECT_EQ(S.workers(SPILE_WORKER_FOLDED), 1u);
}

TEST(Thread, LateCallsAreCountedWithoutAPlaceToo) {
  Place P;
  P.Environment["SPILE_MAX_WORKERS"] = "1";
  EXPECT_EQ(P.run("late_calls").Status, 0);
  EXPECT_EQ(P.segment().calls("counted"), 3u + 200 * 5);
}

TEST(Thread, TheyHaveNamesAndIds) {
  Place P;
  EXPECT_EQ(P.run("threads", {"1", "1", "together"}).Status, 0);
  Segment S = P.segment();
  ASSERT_EQ(S.get().worker_count, 1u);
  EXPECT_STREQ(S.get().workers[0].name, "threads");
  EXPECT_GT(S.get().workers[0].tid, S.get().process.pid);
}

// No descriptor, no directory, another root, another user: threads still
// attach.
TEST(Thread, AttachInADaemonThatGaveUpEverything) {
  Place P;
  P.Environment["ASAN_OPTIONS"] = "detect_leaks=0"; // which needs /proc
  EXPECT_EQ(P.run("daemon", {P.dir(), P.file("moved")}).Status, 0)
      << "open descriptors";
  std::string Moved = P.file("moved");
  ASSERT_FALSE(exists(P.dir()));
  rename(Moved.c_str(), P.dir().c_str());
  EXPECT_EQ(P.segment().calls("leaf"), 71u);
}

} // namespace
