#include "view/mode.h"

#include <gtest/gtest.h>

namespace spile::view {
namespace {

std::string errorOf(const std::string &word) {
  const auto mode = parseMode(word);
  return mode.ok() ? "" : mode.error().message;
}

TEST(ModeTest, NamesAndBytesAreOneToOne) {
  EXPECT_EQ(parseMode("off").value(), 0);
  EXPECT_EQ(parseMode("time").value(), 1);
  EXPECT_EQ(parseMode("count").value(), 4);
  std::uint8_t mode = 5;
  for (int rate = 2; rate <= 65536; rate *= 2, ++mode) {
    const std::string name = "1/" + std::to_string(rate);
    EXPECT_EQ(parseMode(name).value(), mode);
    EXPECT_EQ(modeName(mode), name);
  }
  EXPECT_EQ(mode, 21);
  EXPECT_EQ(modeName(0), "off");
  EXPECT_EQ(modeName(1), "time");
  EXPECT_EQ(modeName(2), "time");
  EXPECT_EQ(modeName(3), "mode 3");
  EXPECT_EQ(modeName(4), "count");
  EXPECT_EQ(modeName(21), "mode 21");
  EXPECT_EQ(modeName(255), "mode 255");
}

TEST(ModeTest, OtherRatesNameTheNearest) {
  const std::string begin = "N of 1/N is a power of two from 2 to 65536; ";
  EXPECT_EQ(errorOf("1/100"),
            "'1/100': " + begin + "the nearest are 1/64 and 1/128");
  EXPECT_EQ(errorOf("1/0"), "'1/0': " + begin + "the nearest is 1/2");
  EXPECT_EQ(errorOf("1/1"), "'1/1': " + begin + "the nearest is 1/2");
  EXPECT_EQ(errorOf("1/65537"),
            "'1/65537': " + begin + "the nearest is 1/65536");
  EXPECT_EQ(errorOf("1/99999999999999999999"),
            "'1/99999999999999999999': " + begin + "the nearest is 1/65536");
}

TEST(ModeTest, OtherWordsNameTheWords) {
  EXPECT_EQ(errorOf("of"),
            "'of' is not one of off, count, time, 1/N; did you mean 'off'?");
  EXPECT_EQ(errorOf("2/4"), "'2/4' is not one of off, count, time, 1/N");
  EXPECT_EQ(errorOf("1/x"), "'1/x' is not one of off, count, time, 1/N");
}

TEST(ModeTest, WhatLooksLikeAModeIsNoProcess) {
  for (const char *word : {"off", "count", "time", "1/8", "1/3", "2/4"})
    EXPECT_TRUE(looksLikeMode(word)) << word;
  for (const char *word : {"nginx", "71", "./1", "/1", "1/", "1/2/3", "a/1"})
    EXPECT_FALSE(looksLikeMode(word)) << word;
}

TEST(ModeTest, TimeIsWhatTheProcessTimesWith) {
  EXPECT_EQ(storedMode(ModeTime, 2), 2);
  EXPECT_EQ(storedMode(ModeTime, 1), 1);
  EXPECT_EQ(storedMode(ModeOff, 2), 0);
  EXPECT_EQ(storedMode(7, 2), 7);
}

TEST(ModeTest, CountsAreLargestFirst) {
  EXPECT_EQ(formatModes({{"off", 2}, {"time", 338}, {"1/8", 1}}),
            "338 time, 2 off, 1 at 1/8");
  EXPECT_EQ(formatModes({}), "");
}

} // namespace
} // namespace spile::view
