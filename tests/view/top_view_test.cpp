#include "view/top_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace spile::view {
namespace {

using testing::ElementsAre;

Rates someRates() {
  Rates rates;
  for (const char *name : {"b", "a", "ns::c", "idle"})
    rates.functions.push_back({name, "a.c", "m", 1});
  rates.modes = {1, 1, 1, 0};
  rates.rows = {{0, {}, 10, 0.1, 5, 50},
                {1, {}, 10, 0.3, 9, 20},
                {2, {}, 30, 0.2, 7, 30},
                {3, {}, 0, 0, 0, 0}};
  return rates;
}

std::vector<std::string> order(const Rates &rates, const TopView &view) {
  TopRows rows(rates, view);
  std::vector<std::string> names;
  for (std::size_t n = 0; n < rows.size(); ++n)
    names.push_back(rates.functions[rows[n].function].name);
  return names;
}

TEST(TopViewTest, NumbersSortDownwardsAndNamesUpwards) {
  const Rates rates = someRates();
  EXPECT_THAT(order(rates, {TopKey::Calls}),
              ElementsAre("ns::c", "a", "b", "idle"));
  EXPECT_THAT(order(rates, {TopKey::Time}),
              ElementsAre("a", "ns::c", "b", "idle"));
  EXPECT_THAT(order(rates, {TopKey::Mean}),
              ElementsAre("a", "ns::c", "b", "idle"));
  EXPECT_THAT(order(rates, {TopKey::Max}),
              ElementsAre("b", "ns::c", "a", "idle"));
  EXPECT_THAT(order(rates, {TopKey::Name}),
              ElementsAre("a", "b", "idle", "ns::c"));
}

TEST(TopViewTest, ReverseTurnsTheKeyRound) {
  const Rates rates = someRates();
  EXPECT_THAT(order(rates, {TopKey::Calls, true}),
              ElementsAre("idle", "a", "b", "ns::c"));
  EXPECT_THAT(order(rates, {TopKey::Name, true}),
              ElementsAre("ns::c", "idle", "b", "a"));
}

TEST(TopViewTest, TheFilterIsAPatternOfNames) {
  EXPECT_THAT(order(someRates(), {TopKey::Calls, false, false, "?"}),
              ElementsAre("ns::c", "a", "b"));
}

TEST(TopViewTest, ManyRowsAreSortedAsFarAsTheyAreLookedAt) {
  Rates rates;
  rates.functions = {{"f", "a.c", "m", 1}};
  for (std::uint32_t r = 0; r < 5000; ++r)
    rates.rows.push_back(
        {0, {}, static_cast<double>(r * 7919 % 5000), 0, 0, 0});
  TopRows rows(rates, {});
  EXPECT_EQ(rows[300].callsPerSecond, 4699);
  EXPECT_EQ(rows[0].callsPerSecond, 4999);
  EXPECT_EQ(rows[4999].callsPerSecond, 0);
  EXPECT_EQ(rows[1234].callsPerSecond, 3765);
}

TEST(TopViewTest, ARowIsFoundAgainWhereverItWent) {
  Rates rates = someRates();
  const TopRows rows(rates, {});
  EXPECT_EQ(rows.find(rates.functions[1], nullptr), 1u);
  EXPECT_EQ(rows.find(rates.functions[3], nullptr), 3u);
  EXPECT_EQ(rows.find({"other", "a.c", "m", 1}, nullptr), rows.size());

  RateWorker first{{WorkerKind::Live, 11, 1, ""}, 7, {}, {}};
  RateWorker second{{WorkerKind::Live, 12, 1, ""}, 7, {}, {}};
  rates.workers = {first, second};
  rates.rows = {{0, 0, 1, 0, 0, 0}, {0, 1, 5, 0, 0, 0}};
  const TopRows byWorker(rates, {});
  EXPECT_EQ(byWorker.find(rates.functions[0], &first), 1u);
  EXPECT_EQ(byWorker.find(rates.functions[0], &second), 0u);
  EXPECT_EQ(byWorker.find(rates.functions[0], nullptr), byWorker.size());
  first.worker.kind = WorkerKind::Exited; // it ended, and is the same
  EXPECT_EQ(byWorker.find(rates.functions[0], &first), 1u);
}

} // namespace
} // namespace spile::view
