#include "view/duration.h"

#include <gtest/gtest.h>

namespace spile::view {
namespace {

TEST(DurationTest, ReadsEveryUnit) {
  constexpr std::int64_t Second = 1'000'000'000;
  EXPECT_EQ(parseDuration("30s").value(), 30 * Second);
  EXPECT_EQ(parseDuration("90m").value(), 5400 * Second);
  EXPECT_EQ(parseDuration("12h").value(), 43200 * Second);
  EXPECT_EQ(parseDuration("2d").value(), 172800 * Second);
  EXPECT_EQ(parseDuration("1w").value(), 604800 * Second);
  EXPECT_EQ(parseDuration("0s").value(), 0);
}

TEST(DurationTest, RefusesEverythingElse) {
  for (const char *bad : {"", "2", "d", "2 d", "2days", "-2d", "1.5h", "2D",
                          "99999999999999999999s"}) {
    ASSERT_FALSE(parseDuration(bad).ok()) << bad;
    EXPECT_NE(parseDuration(bad).error().message.find("is not a duration"),
              std::string::npos)
        << bad;
  }
  EXPECT_EQ(parseDuration("9999999999w").error().message,
            "'9999999999w' is longer than 100 years");
}

} // namespace
} // namespace spile::view
