#include "faults.h"

#include <cstring>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

using namespace spile_test;

namespace {

/// Three threads fork, two count; each child has a thread and a child.
TEST(Family, ForkStorm) {
  for (const char *Clock : {"tsc", "monotonic"}) {
    Place P("/dev/shm");
    P.Environment["SPILE_KEEP"] = "1048576";
    P.Environment["SPILE_CLOCK"] = Clock;
    uint64_t Count = number(30, 500);
    tell(runAndCompare(P, "family", {"fork", std::to_string(Count)}));
    EXPECT_EQ(P.segmentPaths().size(), 1 + 3 * Count * 2);
  }
}

/// Its calls are its parent's.
TEST(Family, Vfork) {
  for (const char *Count : {"100", "101"}) { // exec, _exit
    Place P("/dev/shm");
    tell(runAndCompare(P, "family", {"vfork", Count}));
    EXPECT_EQ(P.segmentPaths().size(), 1u);
  }
}

/// The new program has the name, the id and the start time of the old one.
TEST(Family, ExecOfTheSameProgram) {
  Place P("/dev/shm");
  P.Environment["SPILE_KEEP"] = "1048576";
  uint64_t Count = number(30, 500);
  tell(runAndCompare(P, "family", {"exec", std::to_string(Count)}));
  EXPECT_EQ(P.segmentPaths().size(), 1 + 3 * Count * 2);
}

TEST(Family, DaemonWithoutDescriptors) {
  Place P("/dev/shm");
  Outcome O = P.run("daemonised", {P.file("done")});
  ASSERT_EQ(O.Status, 0) << O.Err;
  for (int I = 0; I < 1000 && !exists(P.file("done")); ++I)
    usleep(10000);
  ASSERT_TRUE(exists(P.file("done")));
  tell(compare(P, O.Out));
  EXPECT_EQ(P.segmentPaths().size(), 2u);
}

} // namespace
