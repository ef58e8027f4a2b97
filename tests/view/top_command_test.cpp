// spile-view top without a terminal, on a real program at work.
#include "child.h"
#include "command_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <regex>
#include <thread>

namespace spile::view {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

using TopCommandTest = CommandCase;

const char *const Head =
    "   CALLS/S    TIME/S     MEAN      MAX  MODE     FUNCTION\n";

// The first number in the line of `function`.
double rateOf(const std::string &table, const std::string &function) {
  std::istringstream lines(table);
  for (std::string line; std::getline(lines, line);)
    if (line.ends_with("  " + function))
      return std::stod(line);
  return -1;
}

TEST_F(TopCommandTest, OnceIsOneTableOfRates) {
  Child busy({TEST_BUSY}, dir.path);
  const Outcome outcome = run({"top", "--once", "--interval", "0.3"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out, StartsWith(Head));
  const double handle = rateOf(outcome.out, "handle");
  EXPECT_GT(handle, 10);
  EXPECT_LT(handle, 1400); // two workers, which sleep 1.5 ms each time
  EXPECT_GT(rateOf(outcome.out, "shop::Cart::add"), 1.5 * handle);
  EXPECT_THAT(outcome.out, Not(HasSubstr("never_called")));
  // It was called, but not in this interval.
  EXPECT_THAT(outcome.out, Not(HasSubstr("only_once")));
  EXPECT_EQ(rateOf(run({"top", "--once", "--interval", "0.1", "--all"}).out,
                   "never_called"),
            0);
}

TEST_F(TopCommandTest, FunctionsThatAreOffHaveNoRate) {
  Child busy({TEST_BUSY}, dir.path);
  run({"ctl", "off", "handle"});
  // Calls that have begun are still counted.
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  const std::string table =
      run({"top", "--once", "--interval", "0.2", "--all"}).out;
  EXPECT_THAT(table, ContainsRegex("  0\\.0 +- +- .*  off  +handle\n"));
  EXPECT_GT(rateOf(table, "shop::Cart::add"), 0);
}

TEST_F(TopCommandTest, FunctionsThatAreOnlyCountedHaveNoTime) {
  Child busy({TEST_BUSY}, dir.path);
  run({"ctl", "count", "handle"});
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_THAT(run({"top", "--once", "--interval", "0.2"}).out,
              ContainsRegex(" [1-9][0-9]*\\.[0-9] +- +- .* count +handle\n"));
}

TEST_F(TopCommandTest, WorkersHaveTheirCpuTime) {
  if (!std::filesystem::exists("/proc/self/schedstat"))
    GTEST_SKIP() << "this kernel keeps no schedstat";
  Child busy({TEST_BUSY}, dir.path);
  const std::string table = run({"top", "--once", "--workers", "--interval",
                                 "0.3", "--functions", "handle"})
                                .out;
  EXPECT_THAT(table, StartsWith("    TID     CPU    WAIT "));
  EXPECT_THAT(table, ContainsRegex("\n +[0-9]+ +[0-9.]+% +[0-9.]+% .* handle\n"
                                   " +[0-9]+ +[0-9.]+% +[0-9.]+% .* handle\n"));
}

TEST_F(TopCommandTest, ThreadsThatEndLoseNoCalls) {
  Child busy({TEST_BUSY, "brief"}, dir.path);
  // As soon as some hundred threads ended in one interval.
  const std::regex ended("  ended +- +- .* only_once\n");
  std::string table;
  for (int tries = 0; tries < 30 && !std::regex_search(table, ended); ++tries)
    table = run({"top", "--once", "--workers", "--interval", "0.5",
                 "--functions", "only_once"})
                .out;
  EXPECT_TRUE(std::regex_search(table, ended)) << table;
}

TEST_F(TopCommandTest, TablesComeOneByOne) {
  Child busy({TEST_BUSY}, dir.path);
  std::vector<std::string> tables;
  const Outcome outcome =
      run({"top", "--count", "3", "--interval", "0.1", "--sort", "name"},
          [&](std::string_view table) {
            tables.emplace_back(table);
            return true;
          });
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.out, "");
  ASSERT_EQ(tables.size(), 3u);
  EXPECT_THAT(tables[0], StartsWith(Head));
  EXPECT_THAT(tables[2], StartsWith(std::string("\n") + Head));
}

TEST_F(TopCommandTest, EndsWhenNobodyReads) {
  Child busy({TEST_BUSY}, dir.path);
  int tables = 0;
  const Outcome outcome = run({"top", "--interval", "0.1"},
                              [&](std::string_view) { return ++tables < 2; });
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(tables, 2);
}

TEST_F(TopCommandTest, EndsWithItsProcess) {
  Child busy({TEST_BUSY}, dir.path);
  const std::string pid = std::to_string(busy.pid());
  int tables = 0;
  const Outcome outcome =
      run({"top", "--interval", "0.2"}, [&](std::string_view) {
        ++tables;
        if (tables == 1)
          busy.kill(SIGKILL);
        return true;
      });
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(tables, 1);
  EXPECT_EQ(outcome.err,
            "spile-view: view_test_busy (pid " + pid + ") has ended\n");
  const Outcome late = run({"top", "--once"});
  EXPECT_EQ(late.status, 2);
  EXPECT_EQ(late.err, outcome.err);
}

TEST_F(TopCommandTest, FoundNothingIsStatusOne) {
  EXPECT_EQ(run({"top", "--once"}).status, 1);
  Child server({TEST_SERVER}, dir.path);
  const Outcome idle = run({"top", "--once", "--interval", "0.1"});
  EXPECT_EQ(idle.status, 1);
  EXPECT_EQ(idle.out, "");
  EXPECT_EQ(idle.err, "spile-view: no function was called\n");
  EXPECT_EQ(run({"top", "nobody", "--once"}).status, 2);
}

} // namespace
} // namespace spile::view
