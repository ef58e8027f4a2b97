#include "view/top_table.h"

#include "sample.h"

#include <gtest/gtest.h>

namespace spile::view {
namespace {

Rates someRates() {
  Rates rates;
  rates.processes = {makeProcess("monkey", 29990, 1)};
  for (const char *name : {"mk_get", "mk_put", "mk_off"})
    rates.functions.push_back({name, "a.c", "m", 1});
  rates.modes = {1, 4, 0};
  rates.rows = {{0, {}, 20483.06, 0.3724, 18180, 4'102'000, true},
                {1, {}, 1234567.4, 0, 0, 0},
                {2, {}, 0, 0, 0, 99}};
  return rates;
}

TEST(TopTableTest, ALineAFunctionThatWasCalled) {
  EXPECT_EQ(formatTop(someRates(), {}, false, {}),
            "   CALLS/S    TIME/S     MEAN      MAX  MODE     FUNCTION\n"
            "   1234567         -        -        -  count    mk_put\n"
            "   20483.1     37.2%   18.2us   4.10ms  time     mk_get\n");
}

TEST(TopTableTest, IdleFunctionsAndLimits) {
  EXPECT_EQ(formatTop(someRates(), {TopKey::Name}, true, 2),
            "   CALLS/S    TIME/S     MEAN      MAX  MODE     FUNCTION\n"
            "   20483.1     37.2%   18.2us   4.10ms  time     mk_get\n"
            "       0.0         -        -     99ns  off      mk_off\n");
  EXPECT_EQ(
      formatTop(someRates(), {TopKey::Calls, false, false, "x*"}, true, {}),
      "");
}

TEST(TopTableTest, WorkersComeFirstWithTheirCpuTime) {
  Rates rates = someRates();
  rates.workers = {{{WorkerKind::Live, 29985, 1, ""}, 29990, 0.25, 0.011},
                   {{WorkerKind::Folded, 0, 9, ""}, 29990, {}, {}},
                   {{WorkerKind::Pooled, 0, 9, ""}, 29990, {}, {}}};
  rates.rows = {{0, 0, 3, 0.5, 1, 2, true},
                {0, 1, 2, 0.5, 1, 2, true},
                {0, 2, 1, 1e-9, 0, 2, false}};
  rates.modes[0] = MixedModes;
  EXPECT_EQ(formatTop(rates, {TopKey::Calls, false, true}, false, {}),
            "    TID     CPU    WAIT     CALLS/S    TIME/S     MEAN      MAX  "
            "MODE     FUNCTION\n"
            "  29985   25.0%    1.1%         3.0     50.0%      1ns      2ns  "
            "mixed    mk_get\n"
            "  ended       -       -         2.0     50.0%      1ns      2ns  "
            "mixed    mk_get\n"
            " pooled       -       -         1.0         -        -      2ns  "
            "mixed    mk_get\n");
}

TEST(TopTableTest, TimesHaveThreeDigits) {
  EXPECT_EQ(shortTime(0), "0ns");
  EXPECT_EQ(shortTime(999), "999ns");
  EXPECT_EQ(shortTime(1000), "1.00us");
  EXPECT_EQ(shortTime(9996), "10.0us");
  EXPECT_EQ(shortTime(99'960), "100us");
  EXPECT_EQ(shortTime(999'499), "999us");
  EXPECT_EQ(shortTime(999'500), "1.00ms");
  EXPECT_EQ(shortTime(2'000'000'000), "2.00s");
  EXPECT_EQ(shortTime(4'000'000'000'000), "4000s");
}

TEST(TopTableTest, TheTitleTellsWho) {
  Rates rates = someRates();
  EXPECT_EQ(topTitle(rates), "monkey (pid 29990)");
  rates.processes.push_back(makeProcess("monkey", 29991, 1));
  EXPECT_EQ(topTitle(rates), "monkey (2 processes)");
}

TEST(TopTableTest, ControlCharactersOfNamesAreNotWritten) {
  Rates rates = someRates();
  rates.functions[0].name = "\x1b[2J";
  EXPECT_EQ(formatTop(rates, {}, true, {}).find('\x1b'), std::string::npos);
}

} // namespace
} // namespace spile::view
