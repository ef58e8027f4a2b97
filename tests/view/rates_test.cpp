#include "view/rates.h"

#include "sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace spile::view {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Function Get = {"get", "a.c", "m", 1};
const Function Put = {"put", "a.c", "m", 2};

Sample sample(std::int64_t seconds, std::vector<Function> functions,
              std::vector<Worker> workers, std::vector<Counts> counts,
              std::uint32_t pid = 7) {
  return makeSample(makeSnapshot(makeProcess("p", pid, 1), std::move(functions),
                                 std::move(workers), std::move(counts)),
                    seconds * Second);
}

Worker live(std::uint32_t tid) { return {WorkerKind::Live, tid, 1, ""}; }
Worker exited(std::uint32_t tid) { return {WorkerKind::Exited, tid, 1, ""}; }
Worker folded(std::uint32_t threads) {
  return {WorkerKind::Folded, 0, threads, ""};
}

// "get 8: 10/s 0.5 mean 100 max 7" of every row; the tid only by worker.
std::vector<std::string> rows(const Rates &rates) {
  std::vector<std::string> all;
  for (const RateRow &row : rates.rows) {
    std::string text = rates.functions[row.function].name;
    if (row.worker)
      text += " " + std::to_string(rates.workers[*row.worker].worker.tid);
    text += ": " + std::to_string(std::lround(row.callsPerSecond)) + "/s " +
            std::to_string(std::lround(row.timeShare * 1000)) + "m mean " +
            std::to_string(row.meanNs) + " max " + std::to_string(row.maxNs);
    all.push_back(text);
  }
  return all;
}

TEST(RatesTest, AreTheDifferenceOverTheTime) {
  const auto before =
      sample(10, {Get, Put}, {live(1), live(2)},
             {{100, 5000, 1, 90}, {1, 1, 1, 1}, {10, 500, 1, 70}, {}});
  const auto after = sample(12, {Get, Put}, {live(1), live(2)},
                            {{120, 1'000'005'000, 1, 90},
                             {1, 1, 1, 1},
                             {30, 1'000'000'500, 1, 99},
                             {}});
  EXPECT_THAT(rows(ratesBetween({before}, {after}, false)),
              ElementsAre("get: 20/s 1000m mean 50000000 max 99",
                          "put: 0/s 0m mean 0 max 1"));
  EXPECT_THAT(rows(ratesBetween({before}, {after}, true)),
              ElementsAre("get 1: 10/s 500m mean 50000000 max 90",
                          "get 2: 10/s 500m mean 50000000 max 99"));
}

TEST(RatesTest, TheMeanIsOfTheTimedCalls) {
  const auto before = sample(0, {Get}, {live(1)}, {{100, 100, 1, 1, 50}});
  const auto after = sample(1, {Get}, {live(1)}, {{120, 190, 1, 9, 60}});
  EXPECT_THAT(rows(ratesBetween({before}, {after}, false)),
              ElementsAre("get: 20/s 0m mean 9 max 9"));
  EXPECT_THAT(rows(ratesBetween({before}, {after}, true)),
              ElementsAre("get 1: 20/s 0m mean 9 max 9"));
}

TEST(RatesTest, ABetterKnownClockMakesNoTimeOfCallsThatAreOnlyCounted) {
  const auto before = sample(0, {Get}, {live(1)}, {{100, 1000, 1, 1, 50}});
  const auto counted = sample(1, {Get}, {live(1)}, {{120, 1001, 1, 1, 70}});
  const auto timed = sample(1, {Get}, {live(1)}, {{120, 1001, 1, 1, 69}});
  const auto idle = sample(1, {Get}, {live(1)}, {{100, 1001, 1, 1, 50}});
  for (bool byWorker : {false, true}) {
    EXPECT_FALSE(ratesBetween({before}, {counted}, byWorker).rows[0].timed);
    EXPECT_TRUE(ratesBetween({before}, {timed}, byWorker).rows[0].timed);
  }
  EXPECT_FALSE(ratesBetween({before}, {idle}, false).rows[0].timed);
}

TEST(RatesTest, FunctionsThatCameMeanwhileCountFromZero) {
  const auto before = sample(0, {Put}, {live(1)}, {{5, 50, 1, 10}});
  const auto after =
      sample(1, {Get, Put}, {live(1)}, {{3, 30, 1, 10}, {6, 60, 1, 10}});
  EXPECT_THAT(rows(ratesBetween({before}, {after}, true)),
              ElementsAre("get 1: 3/s 0m mean 10 max 10",
                          "put 1: 1/s 0m mean 10 max 10"));
  EXPECT_THAT(
      rows(ratesBetween({before}, {after}, false)),
      ElementsAre("get: 3/s 0m mean 10 max 10", "put: 1/s 0m mean 10 max 10"));
}

TEST(RatesTest, AThreadThatEndedIsTheSameAndANewOneBeginsAtZero) {
  const auto before =
      sample(0, {Get}, {live(1), exited(2)}, {{5, 5, 1, 1}, {9, 9, 1, 1}});
  const auto after = sample(1, {Get}, {exited(1), exited(2), live(2)},
                            {{8, 8, 1, 1}, {9, 9, 1, 1}, {2, 2, 1, 1}});
  EXPECT_THAT(
      rows(ratesBetween({before}, {after}, true)),
      ElementsAre("get 1: 3/s 0m mean 1 max 1", "get 2: 2/s 0m mean 1 max 1"));
}

TEST(RatesTest, ThreadsThatWereSummedUpLeaveARestSoThatNothingIsLost) {
  // Thread 1 called 4 times more before it was folded, and so did others.
  const auto before = sample(0, {Get}, {live(1), live(2), folded(3)},
                             {{5, 5, 1, 1}, {1, 1, 1, 1}, {100, 100, 1, 1}});
  const auto after =
      sample(1, {Get}, {live(2), folded(6)}, {{3, 3, 1, 1}, {119, 119, 1, 1}});
  const Rates rates = ratesBetween({before}, {after}, true);
  EXPECT_THAT(rows(rates), ElementsAre("get 2: 2/s 0m mean 1 max 1",
                                       "get 0: 14/s 0m mean 1 max 1"));
  EXPECT_EQ(rates.workers.back().worker.kind, WorkerKind::Folded);
  EXPECT_THAT(rows(ratesBetween({before}, {after}, false)),
              ElementsAre("get: 16/s 0m mean 1 max 1"));
}

TEST(RatesTest, ABetterKnownClockMakesNoNegativeTime) {
  const auto before = sample(0, {Get}, {live(1)}, {{5, 1000, 1, 1}});
  const auto after = sample(1, {Get}, {live(1)}, {{6, 999, 1, 1}});
  EXPECT_THAT(rows(ratesBetween({before}, {after}, false)),
              ElementsAre("get: 1/s 0m mean 0 max 1"));
}

TEST(RatesTest, ProcessesAreOneTableEachWithItsOwnTime) {
  const auto before1 = sample(0, {Get}, {live(1)}, {{0, 0, 0, 0}}, 7);
  const auto before2 = sample(0, {Put, Get}, {live(2)}, {{}, {}}, 8);
  auto after1 = sample(1, {Get}, {live(1)}, {{10, 10, 1, 1}}, 7);
  auto after2 =
      sample(2, {Put, Get}, {live(2)}, {{4, 4, 1, 1}, {10, 10, 1, 2}}, 8);
  after2.snapshot.modes = {1, 0};
  const Rates rates = ratesBetween({before2, before1}, {after1, after2}, false);
  EXPECT_THAT(rows(rates), ElementsAre("get: 15/s 0m mean 1 max 2",
                                       "put: 2/s 0m mean 1 max 1"));
  EXPECT_THAT(rates.modes, ElementsAre(MixedModes, 1));
  EXPECT_THAT(rows(ratesBetween({before2, before1}, {after1, after2}, true)),
              ElementsAre("get 1: 10/s 0m mean 1 max 1",
                          "put 2: 2/s 0m mean 1 max 1",
                          "get 2: 5/s 0m mean 1 max 2"));
}

TEST(RatesTest, AProcessThatIsNewHasNoRatesYet) {
  const auto after = sample(1, {Get}, {live(1)}, {{10, 10, 1, 1}});
  EXPECT_THAT(rows(ratesBetween({}, {after}, false)),
              ElementsAre("get: 0/s 0m mean 0 max 0"));
  EXPECT_THAT(rows(ratesBetween({}, {after}, true)), IsEmpty());
}

TEST(RatesTest, CpuTimeIsAShareOfTheInterval) {
  auto before = sample(0, {Get}, {live(1), live(2)}, {{}, {}});
  auto after =
      sample(2, {Get}, {live(1), live(2)}, {{1, 1, 1, 1}, {1, 1, 1, 1}});
  before.snapshot.workers[0].cpu = CpuTime{Second, 0};
  after.snapshot.workers[0].cpu = CpuTime{2 * Second, Second / 2};
  after.snapshot.workers[1].cpu = CpuTime{2 * Second, Second / 2};
  const Rates rates = ratesBetween({before}, {after}, true);
  EXPECT_EQ(rates.workers[0].cpuShare, 0.5);
  EXPECT_EQ(rates.workers[0].waitShare, 0.25);
  EXPECT_FALSE(rates.workers[1].cpuShare);
}

} // namespace
} // namespace spile::view
