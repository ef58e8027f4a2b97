#include "view/cpu_time.h"

#include "sample.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>

namespace spile::view {
namespace {

TEST(CpuTimeTest, SchedstatIsRunWaitAndSlices) {
  EXPECT_EQ(parseSchedstat("515045 1191802 14\n"), (CpuTime{515045, 1191802}));
  EXPECT_EQ(parseSchedstat("0 0 0\n"), (CpuTime{0, 0}));
  for (const char *bad : {"", "1", "1 2", "1 2 ", "x 1 2", "-1 2 3"})
    EXPECT_FALSE(parseSchedstat(bad)) << bad;
}

TEST(CpuTimeTest, OnlyThreadsThatLiveHaveOne) {
  if (!std::filesystem::exists("/proc/self/schedstat"))
    GTEST_SKIP() << "this kernel keeps no schedstat";
  const auto self = static_cast<std::uint32_t>(getpid());
  Snapshot snapshot = makeSnapshot(makeProcess("p", self, 1), {},
                                   {{WorkerKind::Live, self, 1, ""},
                                    {WorkerKind::Live, 4'000'000'000, 1, ""},
                                    {WorkerKind::Exited, self, 1, ""},
                                    {WorkerKind::Folded, 0, 9, ""}},
                                   {});
  addCpuTimes(snapshot);
  EXPECT_TRUE(snapshot.workers[0].cpu);
  for (std::size_t w = 1; w < 4; ++w)
    EXPECT_FALSE(snapshot.workers[w].cpu) << w;

  Snapshot dead = snapshot;
  dead.workers[0].cpu.reset();
  dead.process.state = ProcessState::Died;
  addCpuTimes(dead);
  EXPECT_FALSE(dead.workers[0].cpu);
}

} // namespace
} // namespace spile::view
