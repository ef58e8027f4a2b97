#include "faults.h"

#include <gtest/gtest.h>

using namespace spile_test;

namespace {

/// The thread sanitizer, where it is built in, ends the program at a race.
TEST(Control, AReaderAndAControlWriterAtWork) {
  for (const char *Clock : {"tsc", "monotonic"}) {
    Place P("/dev/shm");
    P.Environment["SPILE_CLOCK"] = Clock;
    Outcome O = P.run("control", {std::to_string(number(200, 10000))});
    ASSERT_EQ(O.Status, 0) << O.Err;
    tell(compare(P, O.Out));
    uint64_t Switched = P.segment().calls("switched");
    EXPECT_GT(Switched, 0u);
    EXPECT_LT(Switched, uint64_t(printed(O.Out, "made")));
  }
}

} // namespace
