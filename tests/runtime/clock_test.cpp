extern "C" {
#include "clock.h"
}

#include <gtest/gtest.h>

namespace {

uint64_t ns(uint64_t Ticks, spile_shm_clock_pair From,
            spile_shm_clock_pair To) {
  return spile_clock_to_ns({Ticks}, From, To).v;
}

TEST(Clock, TicksBecomeNanosecondsByTheRateOfTwoPairs) {
  EXPECT_EQ(ns(3000, {0, 0}, {3000000000, 1000000000}), 1000u);
  EXPECT_EQ(ns(0, {0, 0}, {3, 1}), 0u);
  EXPECT_EQ(ns(7, {100, 50}, {200, 1050}), 70u);
}

TEST(Clock, LongTimesDoNotOverflow) {
  uint64_t Year = UINT64_C(3000000000) * 86400 * 365;
  EXPECT_EQ(ns(Year, {1, 1}, {3000000001, 1000000001}),
            UINT64_C(1000000000) * 86400 * 365);
  EXPECT_EQ(ns(UINT64_MAX, {0, 0}, {1, 1000}), UINT64_MAX);
}

TEST(Clock, PairsWithoutARateLeaveTheNumberAsItIs) {
  EXPECT_EQ(ns(42, {5, 5}, {5, 5}), 42u);
  EXPECT_EQ(ns(42, {5, 5}, {4, 9}), 42u);
  EXPECT_EQ(ns(42, {5, 5}, {9, 4}), 42u);
}

TEST(Clock, NamesAndBack) {
  for (auto Clock :
       {SPILE_CLOCK_TSC, SPILE_CLOCK_MONOTONIC, SPILE_CLOCK_THREAD_CPU})
    EXPECT_EQ(spile_clock_named(spile_clock_name(Clock)), Clock);
  EXPECT_EQ(spile_clock_named("sundial"), spile_clock(0));
}

TEST(Clock, TicksGoOn) {
  for (auto Clock :
       {SPILE_CLOCK_TSC, SPILE_CLOCK_MONOTONIC, SPILE_CLOCK_THREAD_CPU}) {
    if (Clock == SPILE_CLOCK_TSC && !spile_clock_tsc_usable())
      continue;
    uint64_t First = spile_clock_ticks(Clock).v, Next = First;
    for (int I = 0; I < 100000 && Next == First; ++I)
      Next = spile_clock_ticks(Clock).v;
    EXPECT_GT(Next, First) << spile_clock_name(Clock);
  }
}

} // namespace
