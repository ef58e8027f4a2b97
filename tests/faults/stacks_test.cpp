#include "faults.h"

#include <gtest/gtest.h>
#include <ostream>

using namespace spile_test;

namespace {

struct Alarm {
  const char *Source, *Stack, *Clock;
};
void PrintTo(const Alarm &One, std::ostream *To) {
  *To << One.Source << " on the " << One.Stack << " stack, " << One.Clock;
}
class Alarms : public testing::TestWithParam<Alarm> {};

TEST_P(Alarms, HandlersCountOnTopOfProbes) {
  Place P("/dev/shm");
  P.Environment["SPILE_CLOCK"] = GetParam().Clock;
  tell(runAndCompare(P, "alarms",
                     {GetParam().Source, GetParam().Stack,
                      std::to_string(number(10000, 1000000))}));
}
INSTANTIATE_TEST_SUITE_P(By, Alarms,
                         testing::Values(Alarm{"itimer", "same", "tsc"},
                                         Alarm{"itimer", "other", "monotonic"},
                                         Alarm{"timer", "same", "monotonic"},
                                         Alarm{"timer", "other", "tsc"},
                                         Alarm{"storm", "same", "tsc"},
                                         Alarm{"storm", "other", "monotonic"}),
                         [](const auto &Info) {
                           return std::string(Info.param.Source) + "_" +
                                  Info.param.Stack + "_" + Info.param.Clock;
                         });

TEST(Stacks, SwitchedInsideOfFunctions) {
  Place P("/dev/shm");
  tell(runAndCompare(P, "contexts",
                     {"own", std::to_string(number(20000, 1000000))}));
}

/// A call that ends in another thread is added to the first one's counters by the
/// second; when both add at once, one addition can be lost.
TEST(Stacks, SwitchedToAnotherThread) {
  for (const char *Clock : {"tsc", "monotonic"}) {
    Place P("/dev/shm");
    P.Environment["SPILE_CLOCK"] = Clock;
    Tally Calls = runAndCompare(
        P, "contexts", {"wander", std::to_string(number(20000, 1000000))});
    tell(std::string(", ") + Clock, Calls);
    EXPECT_EQ(Calls.Extra, 0u);
    EXPECT_LE(Calls.Lost, Calls.Tried / 1000);
    if (Clock == std::string("monotonic")) {
      EXPECT_EQ(Calls.Lost, 0u) << "these are atomic";
    }
  }
}

TEST(Stacks, JumpedOver) {
  for (const char *Clock : {"tsc", "monotonic"}) {
    Place P("/dev/shm");
    P.Environment["SPILE_CLOCK"] = Clock;
    tell(runAndCompare(P, "jumps", {std::to_string(number(20000, 1000000))}));
  }
}

} // namespace
