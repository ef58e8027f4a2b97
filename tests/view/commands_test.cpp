// The commands on the segments of a real program: alive, exited and killed.
#include "child.h"
#include "command_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <regex>
#include <unistd.h>

namespace spile::view {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;

class CommandsTest : public CommandCase {
protected:
  // The segment of a server that was killed.
  std::string killedSegment() {
    Child server({TEST_SERVER}, dir.path);
    server.kill(SIGKILL);
    return processes().at(0).path;
  }
};

// A table without its times: while a process lives, a reader knows the rate of
// its clock a little better every time it looks.
std::string untimed(const std::string &table) {
  static const std::regex Times(" +[0-9]+ nanoseconds");
  return std::regex_replace(table, Times, " # nanoseconds");
}

TEST_F(CommandsTest, ListTellsTheLivingTheExitedAndTheDead) {
  Child exited({TEST_SERVER}, dir.path);
  EXPECT_EQ(exited.end(), 0);
  Child killed({TEST_SERVER}, dir.path);
  EXPECT_EQ(killed.kill(SIGKILL), 128 + SIGKILL);
  Child living({TEST_SERVER}, dir.path);
  const Outcome outcome = run({"list"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(
      outcome.out,
      MatchesRegex("PID +STATE +STARTED +WORKERS +FUNCTIONS +NAME\n"
                   "[0-9]+ +running +[-0-9T:]+ +2 +3 +view_test_server\n"
                   "[0-9]+ +died +[-0-9T:]+ +2 +3 +view_test_server\n"
                   "[0-9]+ +exited +[-0-9T:]+ +2 +3 +view_test_server\n"));
}

TEST_F(CommandsTest, ListShowsAndReportsDamagedFiles) {
  const std::string path = dir.write("x.1.2.spile", "no segment");
  const Outcome outcome = run({"list"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, StartsWith("spile-view: " + path + ": "));
  EXPECT_THAT(
      outcome.err,
      HasSubstr("spile-view: no instrumented processes in " + dir.path + "\n"));
}

TEST_F(CommandsTest, StatsOfALivingProcessByPidNameFileAndNothing) {
  Child server({TEST_SERVER, "45"}, dir.path);
  const std::string byPid = run({"stats", std::to_string(server.pid())}).out;
  EXPECT_THAT(byPid,
              MatchesRegex("Stat info for worker: [0-9]+\n"
                           "read_request             :  +[0-9]+ times: +[0-9]+ "
                           "nanoseconds\n"
                           "handle                   :  +[0-9]+ times: +[0-9]+ "
                           "nanoseconds\n"
                           "\n"
                           "Stat info for worker: [0-9]+\n"
                           "read_request +:.*\n"
                           "handle  +:.*\n"));
  EXPECT_THAT(callsOf(byPid, "handle"), testing::UnorderedElementsAre(45, 90));
  EXPECT_THAT(callsOf(byPid, "read_request"),
              testing::UnorderedElementsAre(90, 180));
  for (const std::vector<std::string> &same :
       {std::vector<std::string>{"stats", "view_test_server"},
        {"stats", processes().at(0).path},
        {"stats"}})
    EXPECT_EQ(untimed(run(same).out), untimed(byPid));
}

TEST_F(CommandsTest, NoCallIsLostWhenTheProcessIsKilledOrExits) {
  for (bool kills : {true, false}) {
    Child server({TEST_SERVER}, dir.path);
    const std::string pid = std::to_string(server.pid());
    kills ? server.kill(SIGKILL) : server.end();
    const std::string table = run({"stats", pid, "--total"}).out;
    EXPECT_THAT(table, StartsWith("Stat info for all workers: 2\n"));
    EXPECT_THAT(callsOf(table, "handle"), testing::ElementsAre(135));
    EXPECT_THAT(callsOf(table, "read_request"), testing::ElementsAre(270));
  }
}

TEST_F(CommandsTest, AWorkerThatEndedKeepsItsTable) {
  Child server({TEST_SERVER, "stop"}, dir.path);
  const std::string table = run({"stats"}).out;
  EXPECT_THAT(callsOf(table, "handle"), testing::UnorderedElementsAre(45, 90));
  EXPECT_THAT(run({"stats", "--json"}).out, HasSubstr("\"kind\": \"exited\""));
}

TEST_F(CommandsTest, TheProcessesOfOneProgramAreOneTable) {
  Child server({TEST_SERVER, "fork"}, dir.path, 2);
  EXPECT_EQ(processes().size(), 2u);
  EXPECT_THAT(callsOf(run({"stats", "view_test_server"}).out, "handle"),
              testing::UnorderedElementsAre(45, 90, 45, 90));
  const std::string total = run({"stats", "view_test_server", "--total"}).out;
  EXPECT_THAT(total, StartsWith("Stat info for all workers: 4\n"));
  EXPECT_THAT(callsOf(total, "handle"), testing::ElementsAre(270));
  server.end();
  const std::string ended = run({"stats", "view_test_server", "--total"}).out;
  EXPECT_THAT(ended, StartsWith("Stat info for all workers: 4\n"));
  EXPECT_THAT(callsOf(ended, "handle"), testing::ElementsAre(270));
}

TEST_F(CommandsTest, ProcessesAddsTheDeadOfTheName) {
  killedSegment();
  Child server({TEST_SERVER, "1"}, dir.path);
  EXPECT_THAT(callsOf(run({"stats", "--total"}).out, "handle"),
              testing::ElementsAre(3));
  EXPECT_THAT(callsOf(run({"stats", "--total", "--processes"}).out, "handle"),
              testing::ElementsAre(138));
}

TEST_F(CommandsTest, CpuTimeOfThreadsThatLive) {
  if (!std::filesystem::exists("/proc/self/schedstat"))
    GTEST_SKIP() << "this kernel keeps no schedstat";
  Child server({TEST_SERVER, "stop"}, dir.path);
  const std::string table = run({"stats", "--cpu"}).out;
  EXPECT_THAT(table, ContainsRegex("worker: [0-9]+  cpu: [1-9][0-9]* "
                                   "nanoseconds  waited: [0-9]+ nanoseconds"));
  EXPECT_THAT(table, ContainsRegex("worker: [0-9]+  cpu: -  waited: -"));
  EXPECT_THAT(run({"stats", "--cpu", "--json"}).out,
              ContainsRegex("\"cpu_ns\": [1-9]"));
  EXPECT_THAT(run({"stats"}).out, Not(HasSubstr("cpu")));
}

TEST_F(CommandsTest, UncalledFunctionsOnlyWithAll) {
  Child server({TEST_SERVER}, dir.path);
  EXPECT_THAT(run({"stats"}).out, Not(HasSubstr("never_called")));
  EXPECT_THAT(callsOf(run({"stats", "--all"}).out, "never_called"),
              testing::ElementsAre(0, 0));
}

TEST_F(CommandsTest, FoundNothingIsStatusOne) {
  EXPECT_EQ(run({"list"}).status, 1);
  EXPECT_EQ(run({"stats"}).status, 1);
  EXPECT_EQ(run({"stats"}).err,
            "spile-view: no instrumented processes in " + dir.path + "\n");
  Child server({TEST_SERVER, "0"}, dir.path);
  EXPECT_EQ(run({"stats"}).status, 1);
  EXPECT_EQ(run({"stats"}).err,
            "spile-view: no function has been called yet\n");
  Child busy({TEST_SERVER}, dir.path);
  const Outcome glob = run({"stats", "--functions", "nginx_*"});
  EXPECT_EQ(glob.status, 1);
  EXPECT_EQ(glob.out, "");
  EXPECT_EQ(glob.err,
            "spile-view: no function that was called matches 'nginx_*'\n");
}

TEST_F(CommandsTest, WhoIsNotThereIsAnError) {
  Child server({TEST_SERVER}, dir.path);
  EXPECT_EQ(run({"stats", "view_test_servre"}).err,
            "spile-view: no instrumented process is named 'view_test_servre'; "
            "did you mean 'view_test_server'? (in " +
                dir.path + ")\n");
  EXPECT_EQ(run({"stats", "view_test_servre"}).status, 2);
  EXPECT_EQ(run({"stats", "1"}).status, 2);
  const Outcome worker = run({"stats", "--worker", "1"});
  EXPECT_EQ(worker.status, 2);
  EXPECT_EQ(worker.err,
            "spile-view: no worker 1 in " + processes().at(0).path + "\n");
}

TEST_F(CommandsTest, OneWorkerByItsTid) {
  Child server({TEST_SERVER}, dir.path);
  const std::string both = run({"stats"}).out;
  const std::string first = both.substr(0, both.find("\n\n") + 1);
  const std::string head = first.substr(0, first.find('\n'));
  const Outcome one =
      run({"stats", "--worker", head.substr(head.rfind(' ') + 1)});
  EXPECT_EQ(untimed(one.out), untimed(first));
}

TEST_F(CommandsTest, ATruncatedCopyIsAnErrorAndAWholeOneIsRead) {
  const std::string whole = killedSegment();
  const std::string table = run({"stats", whole}).out;
  const std::string copy = dir.path + "/copy.spile";
  const auto size = copySparse(whole, copy);
  ASSERT_GT(size, 4096u);
  EXPECT_EQ(untimed(run({"stats", copy}).out), untimed(table));
  for (std::uintmax_t cut :
       {size - 1, size / 2, std::uintmax_t{4096}, std::uintmax_t{4095},
        std::uintmax_t{511}, std::uintmax_t{64}, std::uintmax_t{63},
        std::uintmax_t{1}, std::uintmax_t{0}}) {
    std::filesystem::resize_file(copy, cut);
    const Outcome outcome = run({"stats", copy});
    EXPECT_EQ(outcome.status, 2) << cut;
    EXPECT_THAT(outcome.err, StartsWith("spile-view: " + copy + ": ")) << cut;
    EXPECT_EQ(outcome.out, "") << cut;
  }
}

TEST_F(CommandsTest, ASegmentOfAStartingProcessSaysSo) {
  const std::string path =
      dir.write("early.4000000000.1.spile", std::string(8192, '\0'));
  const Outcome outcome = run({"stats", "early"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, StartsWith("spile-view: " + path + ": "));
  EXPECT_THAT(outcome.err, HasSubstr("starting"));
}

TEST_F(CommandsTest, ADamagedSegmentIsTheAnswerToItsPidAndName) {
  const std::string path = dir.write("broken.4000000000.1.spile", "x");
  EXPECT_THAT(run({"stats", "broken"}).err,
              StartsWith("spile-view: " + path + ": "));
  EXPECT_THAT(run({"stats", "4000000000"}).err,
              StartsWith("spile-view: " + path + ": "));
  EXPECT_EQ(run({"stats", "broken"}).status, 2);
}

TEST_F(CommandsTest, CleanRemovesTheDeadAndNothingElse) {
  const std::string dead = killedSegment();
  Child living({TEST_SERVER}, dir.path);
  const std::string alive = processes().at(0).path;
  const std::string foreign = dir.write("notes.spile", "mine");
  const std::string copy = dir.path + "/copy.spile";
  copySparse(dead, copy);

  const Outcome dry = run({"clean", "--dry-run"});
  EXPECT_THAT(dry.out, StartsWith(dead + "\nwould remove 1 segment, "));
  EXPECT_TRUE(std::filesystem::exists(dead));

  EXPECT_EQ(run({"clean", "--older-than", "1h"}).out,
            "removed 0 segments, 0 B\n");
  const Outcome outcome = run({"clean"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, MatchesRegex("removed 1 segment, [0-9.]+ .*B\n"));
  EXPECT_FALSE(std::filesystem::exists(dead));
  EXPECT_TRUE(std::filesystem::exists(alive));
  EXPECT_TRUE(std::filesystem::exists(foreign));
  EXPECT_TRUE(std::filesystem::exists(copy));
  EXPECT_EQ(run({"clean"}).status, 0);
}

TEST_F(CommandsTest, CleanRemovesTheDamagedByForceOnly) {
  const std::string dead = killedSegment();
  std::filesystem::resize_file(dead, 100);
  const std::string alive =
      dir.write("x." + std::to_string(getpid()) + ".1.spile", "broken");
  const Outcome kept = run({"clean"});
  EXPECT_EQ(kept.out, "removed 0 segments, 0 B\n");
  EXPECT_THAT(kept.err, StartsWith("spile-view: " + dead + ": "));
  EXPECT_THAT(kept.err, HasSubstr("; --force removes it\n"));
  EXPECT_TRUE(std::filesystem::exists(dead));
  EXPECT_THAT(run({"clean", "--force"}).out, StartsWith("removed 1 segment, "));
  EXPECT_FALSE(std::filesystem::exists(dead));
  EXPECT_TRUE(std::filesystem::exists(alive));
}

} // namespace
} // namespace spile::view
