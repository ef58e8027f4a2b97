#include "faults.h"

#include <gtest/gtest.h>

extern "C" {
#include "clock.h"
}

using namespace spile_test;

namespace {

class NoTsc : public testing::TestWithParam<const char *> {};

/// The runtime falls back to the monotonic clock, by way of the kernel.
TEST_P(NoTsc, CountsByAnotherClock) {
  if (!spile_clock_tsc_usable())
    GTEST_SKIP() << "this machine's tick counter is not used anyway";
  for (const char *Asked : {"", "tsc", "monotonic", "thread-cpu"}) {
    Place P("/dev/shm");
    P.Environment["SPILE_CLOCK"] = Asked;
    Outcome O = P.run("no_tsc", {GetParam()});
    ASSERT_EQ(O.Status, 0) << Asked << ": " << O.Err;
    EXPECT_EQ(O.Err, std::string(Asked) == "tsc"
                         ? "spile: no invariant TSC here: the clock is "
                           "monotonic\n"
                         : "");
    tell(compare(P, O.Out));
    Segment S = P.segment();
    EXPECT_EQ(S.get().process.clock, std::string(Asked) == "thread-cpu"
                                         ? SPILE_CLOCK_THREAD_CPU
                                         : SPILE_CLOCK_MONOTONIC);
    EXPECT_TRUE(S.plausible());
  }
}
INSTANTIATE_TEST_SUITE_P(As, NoTsc, testing::Values("told", "forbidden"),
                         [](const auto &Info) {
                           return std::string(Info.param);
                         });

} // namespace
