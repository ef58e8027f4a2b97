#include "faults.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

using namespace spile_test;

namespace {

constexpr int64_t MiB = 1 << 20;

TEST(Threads, ManyShortOnesStayInBoundedSpace) {
  Place P("/dev/shm");
  uint64_t Count = number(20000, 1000000);
  Outcome O = P.run("short_threads", {std::to_string(Count), "64"});
  ASSERT_EQ(O.Status, 0) << O.Err;
  tell(compare(P, O.Out));

  uint64_t Threads = 0;
  Segment S = P.segment();
  for (uint32_t W = 0; W < S.get().worker_count; ++W)
    Threads += S.get().workers[W].threads;
  EXPECT_EQ(Threads, Count);
  EXPECT_EQ(S.workers(SPILE_WORKER_POOLED), 0u);
  EXPECT_TRUE(S.plausible());

  struct stat About;
  ASSERT_EQ(stat(P.segmentPaths()[0].c_str(), &About), 0);
  tell("threads in the table", double(Threads));
  tell("bytes that the segment uses", double(About.st_blocks * 512));
  EXPECT_LT(About.st_blocks * 512, 2 * MiB);
  tell("bytes that the process grew by", double(printed(O.Out, "grown")));
  EXPECT_LT(printed(O.Out, "grown"), MiB);
}

/// With fewer places than there are threads alive.
TEST(Threads, ManyShortOnesInFewPlaces) {
  Place P("/dev/shm");
  P.Environment["SPILE_MAX_WORKERS"] = "64";
  tell(runAndCompare(P, "short_threads",
                     {std::to_string(number(5000, 200000)), "100"}));
}

TEST(Threads, CancelledAndLeftInsideOfFunctions) {
  for (const char *Clock : {"tsc", "monotonic"})
    for (const char *Program : {"cancelled", "cancelled_unwinds"}) {
      Place P("/dev/shm");
      P.Environment["SPILE_CLOCK"] = Clock;
      tell(runAndCompare(P, Program, {std::to_string(number(300, 20000))}));
    }
}

} // namespace
