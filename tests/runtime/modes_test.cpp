#include "run.h"

#include <cmath>
#include <gtest/gtest.h>

using namespace spile_test;

namespace {

constexpr const char *Time = "1", *Count = "4", *Off = "0";

const spile_counts &countsOf(const Segment &S, const std::string &Name) {
  for (uint32_t F = 0; F < S.get().site_count; ++F)
    if (S.get().sites[F].name == Name)
      return S.get().counts[F];
  throw std::runtime_error("no function " + Name);
}

class Modes : public testing::Test {
protected:
  // `work` is called once, in the first mode, before the given phases.
  const spile_counts &run(std::vector<std::string> Phases) {
    Phases.insert(Phases.begin(), P.dir());
    EXPECT_EQ(P.run("modes", Phases).Status, 0);
    Found = std::make_unique<Segment>(P.segment());
    EXPECT_TRUE(Found->plausible());
    return countsOf(*Found, "work");
  }
  Place P;
  std::unique_ptr<Segment> Found;
};

TEST_F(Modes, CountedCallsAreExactAndHaveNoTime) {
  P.Environment["SPILE"] = "count";
  const spile_counts &C = run({Count, "1234567"});
  EXPECT_EQ(C.calls, 1234568u);
  EXPECT_EQ(C.timed, 0u);
  EXPECT_EQ(C.total_ns + C.min_ns + C.max_ns, 0u);
}

TEST_F(Modes, CountedAndTimedCallsAddUp) {
  const spile_counts &C = run(
      {Time, "1000", Count, "50001", Time, "500", Off, "77", Count, "2999"});
  EXPECT_EQ(C.calls, 1u + 1000 + 50001 + 500 + 2999);
  EXPECT_EQ(C.timed, 1u + 1000 + 500);
  EXPECT_GT(C.total_ns, 0u);
}

TEST_F(Modes, ACallEndsInTheModeThatItBeganIn) {
  // 100 + a mode: it is stored in the middle of a call.
  const spile_counts &C =
      run({"104", "10", "101", "10", "100", "10", "101", "1"});
  // Timed: the first, that which switches to count, ten; from off, one.
  EXPECT_EQ(C.calls, 1u + 1 + 10 + 1 + 10 + 1 + 0 + 0 + 1);
  EXPECT_EQ(C.timed, 1u + 1 + 10 + 1 + 1);
}

TEST_F(Modes, OneInNIsAnUnbiasedSampleAndAllAreCounted) {
  for (unsigned Power : {1u, 3u, 6u}) {
    Place Fresh;
    const unsigned Calls = 400000;
    EXPECT_EQ(
        Fresh
            .run("modes", {Fresh.dir(), Count, "5000", // a grant to be used up
                           std::to_string(4 + Power), std::to_string(Calls)})
            .Status,
        0);
    Segment S = Fresh.segment();
    const spile_counts &C = countsOf(S, "work");
    EXPECT_EQ(C.calls, 1u + 5000 + Calls);
    // Binomial: six standard deviations, and up to one grant late.
    double N = std::exp2(Power), Sd = std::sqrt(Calls * (N - 1));
    EXPECT_NEAR(double(C.timed) - 1, Calls - 512, 6 * Sd + 512) << Power;
    EXPECT_TRUE(S.plausible());
  }
}

TEST_F(Modes, TheFirstModeIsThatOfTheEnvironment) {
  P.Environment["SPILE"] = "1/4";
  const spile_counts &C = run({"6", "100000"});
  EXPECT_EQ(C.calls, 100001u);
  EXPECT_NEAR(double(C.timed), 100000, 6 * std::sqrt(100000 * 3.0));
  EXPECT_GT(C.total_ns, 0u);
}

TEST_F(Modes, OtherClocksSampleToo) {
  P.Environment["SPILE_CLOCK"] = "monotonic";
  const spile_counts &C = run({"2", "100", "7", "100000"});
  EXPECT_EQ(C.calls, 100101u);
  EXPECT_NEAR(double(C.timed), 100101, 6 * std::sqrt(100000 * 7.0));
}

TEST_F(Modes, ThreadsThatEndedAndThreadsWithoutABlockAreExactToo) {
  for (const char *Workers : {"1024", "4"}) {
    Place Fresh;
    Fresh.Environment["SPILE_MAX_WORKERS"] = Workers;
    Fresh.Environment["SPILE"] = "1/2";
    EXPECT_EQ(Fresh.run("threads", {"200", "1000", "one-by-one"}).Status, 0);
    EXPECT_EQ(Fresh.run("threads", {"50", "1000", "together"}).Status, 0);
    uint64_t Calls = 0, Timed = 0;
    for (Segment &S : Fresh.segments()) {
      Calls += S.calls("leaf");
      for (uint32_t W = 0; W < S.get().worker_count; ++W)
        for (uint32_t F = 0; F < S.get().site_count; ++F)
          if (std::string("leaf") == S.get().sites[F].name)
            Timed += S.get().counts[size_t(W) * S.get().site_count + F].timed;
    }
    EXPECT_EQ(Calls, 250000u) << Workers;
    EXPECT_NEAR(double(Timed), 250000, 6 * std::sqrt(250000.0)) << Workers;
  }
}

} // namespace
