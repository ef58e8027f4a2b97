#include "view/text.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

namespace spile::view {
namespace {

TEST(TextTest, ControlCharactersDoNotReachTheTerminal) {
  EXPECT_EQ(printable("a\x1b[31m\nb\x7f"), "a?[31m?b?");
  EXPECT_EQ(printable("größe"), "größe");
}

TEST(TextTest, PadsByCodePoints) {
  EXPECT_EQ(padded("größe", 7), "größe  ");
  EXPECT_EQ(padded("long", 2), "long");
}

TEST(TextTest, CutsByCodePoints) {
  EXPECT_EQ(cut("größe", 3), "grö");
  EXPECT_EQ(cut("größe", 5), "größe");
  EXPECT_EQ(cut("größe", 9), "größe");
  EXPECT_EQ(cut("größe", 0), "");
}

TEST(TextTest, JsonEscapesQuotesBackslashesAndControls) {
  EXPECT_EQ(jsonString("operator\"\"_x \\ \n"),
            "\"operator\\\"\\\"_x \\\\ \\u000a\"");
}

TEST(TextTest, JsonKeepsValidUtf8AndReplacesTheRest) {
  EXPECT_EQ(jsonString("größe \xf0\x9f\x8d\x81"), "\"größe \xf0\x9f\x8d\x81\"");
  EXPECT_EQ(jsonString("a\xffz"), "\"a\\ufffdz\"");
  EXPECT_EQ(jsonString("\xc0\xaf"), "\"\\ufffd\\ufffd\""); // overlong
  EXPECT_EQ(jsonString("\xed\xa0\x80"),
            "\"\\ufffd\\ufffd\\ufffd\"");       // surrogate
  EXPECT_EQ(jsonString("\xc3"), "\"\\ufffd\""); // cut
}

TEST(TextTest, BytesInTheUnitThatFits) {
  EXPECT_EQ(humanBytes(0), "0 B");
  EXPECT_EQ(humanBytes(1023), "1023 B");
  EXPECT_EQ(humanBytes(1536), "1.5 KiB");
  EXPECT_EQ(humanBytes(1048575), "1.0 MiB");
  EXPECT_EQ(humanBytes(3ull << 30), "3.0 GiB");
}

TEST(TextTest, CountsHaveTheirPlural) {
  EXPECT_EQ(counted(0, "segment"), "0 segments");
  EXPECT_EQ(counted(1, "segment"), "1 segment");
}

TEST(TextTest, TimesAreIso) {
  setenv("TZ", "EST5", 1);
  tzset();
  EXPECT_EQ(localTime(1'000'000'000'999'999'999), "2001-09-08T20:46:40");
  EXPECT_EQ(utcTime(1'000'000'000'000'000'000), "2001-09-09T01:46:40Z");
}

} // namespace
} // namespace spile::view
