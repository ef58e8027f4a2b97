#include "view/options.h"

#include "view/help.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace spile::view {
namespace {

using testing::ElementsAre;

StatsOptions stats(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "stats");
  return std::get<StatsOptions>(parseOptions(arguments).value().command);
}

std::string errorOf(const std::vector<std::string> &arguments) {
  auto options = parseOptions(arguments);
  return options.ok() ? "" : options.error().message;
}

TEST(OptionsTest, StatsTakesEveryOption) {
  const StatsOptions options =
      stats({"nginx",     "--total",     "--worker", "7",     "--worker",
             "8",         "--functions", "ngx_*",    "--all", "--processes",
             "--sort",    "mean",        "--limit",  "10",    "--columns",
             "mean,file", "--columns",   "line",     "--cpu", "--csv"});
  EXPECT_EQ(options.target, "nginx");
  EXPECT_TRUE(options.deadToo);
  EXPECT_TRUE(options.arrangement.sum);
  EXPECT_TRUE(options.arrangement.uncalled);
  EXPECT_THAT(options.arrangement.workers, ElementsAre(7, 8));
  EXPECT_EQ(options.arrangement.functions, "ngx_*");
  EXPECT_EQ(options.arrangement.sort, SortKey::Mean);
  EXPECT_EQ(options.arrangement.limit, 10u);
  EXPECT_THAT(options.columns,
              ElementsAre(Column::Mean, Column::File, Column::Line));
  EXPECT_TRUE(options.cpu);
  EXPECT_EQ(options.format, StatsFormat::Csv);
}

TEST(OptionsTest, StatsIsTheClassicTableByDefault) {
  const StatsOptions options = stats({});
  EXPECT_EQ(options.target, "");
  EXPECT_EQ(options.arrangement.sort, SortKey::File);
  EXPECT_FALSE(options.arrangement.limit);
  EXPECT_FALSE(options.arrangement.sum);
  EXPECT_FALSE(options.cpu);
  EXPECT_EQ(options.format, StatsFormat::Table);
}

TEST(OptionsTest, ATargetMayFollowOptionsThatTakeOneWord) {
  EXPECT_EQ(stats({"--worker", "7", "nginx"}).target, "nginx");
  EXPECT_EQ(stats({"--columns", "min", "nginx"}).target, "nginx");
}

TEST(OptionsTest, DirStandsBeforeAndBehindTheCommand) {
  EXPECT_EQ(parseOptions({"--dir", "/d", "list"}).value().dir, "/d");
  EXPECT_EQ(parseOptions({"list", "--dir", "/d"}).value().dir, "/d");
}

TEST(OptionsTest, ListAndClean) {
  const auto list = std::get<ListOptions>(
      parseOptions({"list", "--paths", "--json"}).value().command);
  EXPECT_TRUE(list.paths && list.json);
  const auto clean = std::get<CleanOptions>(
      parseOptions({"clean", "--dry-run", "--older-than", "1h", "--force"})
          .value()
          .command);
  EXPECT_TRUE(clean.dryRun && clean.rules.force);
  EXPECT_EQ(clean.rules.olderThanNs, 3600'000'000'000);
  EXPECT_FALSE(std::get<CleanOptions>(parseOptions({"clean"}).value().command)
                   .rules.olderThanNs);
}

CtlOptions ctl(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "ctl");
  return std::get<CtlOptions>(parseOptions(arguments).value().command);
}

TEST(OptionsTest, CtlListsOrChanges) {
  EXPECT_EQ(ctl({}).target, "");
  EXPECT_FALSE(ctl({}).mode);
  const CtlOptions list = ctl({"nginx", "--all", "--json"});
  EXPECT_EQ(list.target, "nginx");
  EXPECT_TRUE(list.all && list.json);
  EXPECT_FALSE(list.mode);
  const CtlOptions change = ctl({"nginx", "1/8", "ngx_*", "main", "--file",
                                 "src/*", "--module", "nginx"});
  EXPECT_EQ(change.target, "nginx");
  EXPECT_EQ(change.mode, 7);
  EXPECT_THAT(change.choice.patterns, ElementsAre("ngx_*", "main"));
  EXPECT_EQ(change.choice.file, "src/*");
  EXPECT_EQ(change.choice.module, "nginx");
  const CtlOptions onlyOne = ctl({"off", "time"});
  EXPECT_EQ(onlyOne.target, "");
  EXPECT_EQ(onlyOne.mode, 0);
  EXPECT_THAT(onlyOne.choice.patterns, ElementsAre("time"));
}

TEST(OptionsTest, MistakesOfCtl) {
  EXPECT_EQ(errorOf({"ctl", "1/3", "f"}),
            "'1/3': N of 1/N is a power of two from 2 to 65536; the nearest "
            "are 1/2 and 1/4");
  EXPECT_EQ(errorOf({"ctl", "nginx", "tme", "f"}),
            "'tme' is not one of off, count, time, 1/N; did you mean 'time'?");
  EXPECT_EQ(errorOf({"ctl", "nginx", "off"}),
            "off: which functions? Give their names or a pattern, '*' for all");
  EXPECT_EQ(errorOf({"ctl", "off", "f", "--json"}),
            "--json is for the list, not for a change of modes");
  EXPECT_EQ(errorOf({"ctl", "off", "f", "--all"}),
            "--all is for the list, not for a change of modes");
}

TopOptions top(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "top");
  return std::get<TopOptions>(parseOptions(arguments).value().command);
}

TEST(OptionsTest, TopTakesEveryOption) {
  const TopOptions all = top({"nginx", "--interval", "0.25", "--count", "3",
                              "--workers", "--sort", "mean", "--reverse",
                              "--functions", "ngx_*", "--limit", "7", "--all"});
  EXPECT_EQ(all.target, "nginx");
  EXPECT_EQ(all.intervalNs, 250'000'000);
  EXPECT_EQ(all.count, 3u);
  EXPECT_EQ(all.limit, 7u);
  EXPECT_TRUE(all.view.byWorker && all.view.reverse && all.idle);
  EXPECT_EQ(all.view.key, TopKey::Mean);
  EXPECT_EQ(all.view.filter, "ngx_*");
  const TopOptions plain = top({});
  EXPECT_EQ(plain.intervalNs, 1'000'000'000);
  EXPECT_FALSE(plain.once || plain.idle || plain.count || plain.limit);
  EXPECT_EQ(plain.view.key, TopKey::Calls);
  EXPECT_TRUE(top({"--once"}).once);
}

TEST(OptionsTest, MistakesOfTop) {
  for (const std::string bad : {"0", "0.09", "3601", "-1", "x", "1s", "nan"})
    EXPECT_EQ(errorOf({"top", "--interval", bad}),
              "--interval: '" + bad +
                  "' is not a number of seconds from 0.1 to 3600");
  EXPECT_EQ(errorOf({"top", "--count", "0"}),
            "--count: '0' is not a number from 1 to 4294967295");
  EXPECT_EQ(errorOf({"top", "--once", "--count", "2"}),
            "--once and --count exclude each other");
  EXPECT_EQ(errorOf({"top", "--sort", "call"}),
            "--sort: 'call' is not one of calls, time, mean, max, name; did "
            "you mean 'calls'?");
}

TEST(OptionsTest, MistakesAreNamedAndTheNearestWordIsSuggested) {
  EXPECT_EQ(errorOf({"stat"}), "no command 'stat'; did you mean 'stats'?");
  EXPECT_EQ(errorOf({"explode"}), "no command 'explode'");
  EXPECT_EQ(errorOf({}), "which command? list, stats, top, ctl or clean");
  EXPECT_EQ(errorOf({"stats", "--totl"}),
            "no option '--totl'; did you mean '--total'?");
  EXPECT_EQ(errorOf({"stats", "a", "b"}), "unexpected argument 'b'");
  EXPECT_EQ(errorOf({"stats", "--sort", "totl"}),
            "--sort: 'totl' is not one of calls, total, mean, min, max, name, "
            "file; did you mean 'total'?");
  EXPECT_EQ(errorOf({"stats", "--columns", "mean,size"}),
            "--columns: 'size' is not one of mean, min, max, file, line");
  EXPECT_EQ(errorOf({"stats", "--json", "--csv"}),
            "--json and --csv exclude each other");
  EXPECT_EQ(errorOf({"clean", "--older-than", "soon"}),
            "--older-than: 'soon' is not a duration such as 30s, 90m, 12h, 2d "
            "or 1w");
  for (const std::string bad : {"0", "-1", "x", "1.5", "4294967296"})
    for (const std::string option : {"--limit", "--worker"})
      EXPECT_EQ(errorOf({"stats", option, bad}),
                option + ": '" + bad +
                    "' is not a number from 1 to 4294967295");
  EXPECT_EQ(errorOf({"stats", "--sort"}), "--sort needs a value");
  EXPECT_EQ(errorOf({"--dir"}), "--dir needs a value");
}

TEST(OptionsTest, HelpIsThePageOfTheCommand) {
  auto text = [](const std::vector<std::string> &arguments) {
    return std::get<TextOptions>(parseOptions(arguments).value().command).text;
  };
  EXPECT_EQ(text({"--help"}), helpFor(""));
  for (const char *command : {"list", "stats", "top", "ctl", "clean"}) {
    EXPECT_EQ(text({command, "--help"}), helpFor(command));
    EXPECT_EQ(text({command, "-h"}), helpFor(command));
  }
  EXPECT_EQ(text({"--version"}).substr(0, 11), "spile-view ");
}

} // namespace
} // namespace spile::view
