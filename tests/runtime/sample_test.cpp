extern "C" {
#include "sample.h"
}

#include <cmath>
#include <gtest/gtest.h>
#include <vector>

namespace {

TEST(Sample, GapsAreGeometric) {
  constexpr int Draws = 200000;
  for (unsigned Power = 1; Power <= SPILE_POWER_MAX; ++Power) {
    double P = std::exp2(-double(Power)), Sum = 0, Squares = 0;
    int Ones = 0, AboveMean = 0;
    for (int I = 0; I < Draws; ++I) {
      auto Gap = double(spile_sample_gap(Power));
      ASSERT_GE(Gap, 1);
      Sum += Gap;
      Squares += Gap * Gap;
      Ones += Gap == 1;
      AboveMean += Gap > std::exp2(Power);
    }
    double Mean = Sum / Draws, Sd = std::sqrt((1 - P)) / P;
    EXPECT_NEAR(Mean, 1 / P, 6 * Sd / std::sqrt(Draws)) << Power;
    EXPECT_NEAR(Ones, Draws * P, 6 * std::sqrt(Draws * P * (1 - P)) + 1)
        << Power;
    double Tail = std::pow(1 - P, std::exp2(Power));
    EXPECT_NEAR(AboveMean, Draws * Tail,
                6 * std::sqrt(Draws * Tail * (1 - Tail)))
        << Power;
    EXPECT_NEAR(Squares / Draws - Mean * Mean, (1 - P) / P / P, 0.06 / P / P)
        << Power;
  }
}

// Which of `Calls` calls are timed.
std::vector<bool> timed(unsigned Power, unsigned Calls) {
  std::vector<bool> Out(Calls);
  uint64_t Plan = 0, Left = 0, Grant = 0;
  for (unsigned I = 0; I < Calls; ++I)
    if (Left-- == 0) {
      Out[I] = spile_sample_next(&Plan, Power, &Grant) != 0;
      EXPECT_GE(Grant, 1u);
      EXPECT_LE(Grant, uint64_t(SPILE_GRANT));
      Left += Grant;
    }
  return Out;
}

TEST(Sample, EveryCallHasTheSameChanceWhateverTheRhythm) {
  constexpr unsigned Calls = 1u << 20;
  for (unsigned Power : {1u, 3u, 8u, 12u}) {
    double P = std::exp2(-double(Power));
    std::vector<bool> Timed = timed(Power, Calls);
    for (unsigned Period : {1u, 7u, 8u}) {
      std::vector<double> At(Period);
      for (unsigned I = 0; I < Calls; ++I)
        At[I % Period] += Timed[I];
      double Each = double(Calls) / Period;
      for (double Count : At)
        EXPECT_NEAR(Count, Each * P, 6 * std::sqrt(Each * P))
            << Power << " " << Period;
    }
  }
}

TEST(Sample, CountingAloneTimesNone) {
  for (bool Is : timed(0, 100000))
    ASSERT_FALSE(Is);
}

TEST(Sample, ANewPlanIsMadeWhenThePowerChanges) {
  uint64_t Plan = 0, Grant = 0;
  spile_sample_next(&Plan, 16, &Grant); // far away
  unsigned Turns = 0;
  for (int I = 0; I < 1000; ++I)
    Turns += unsigned(spile_sample_next(&Plan, 1, &Grant));
  EXPECT_GT(Turns, 300u);
}

} // namespace
