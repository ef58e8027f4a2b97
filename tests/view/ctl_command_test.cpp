// spile-view ctl on the segments of real programs.
#include "child.h"
#include "command_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>

namespace spile::view {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;

using CtlCommandTest = CommandCase;

std::string who(const Child &child) {
  return "view_test_server (pid " + std::to_string(child.pid()) + ")";
}

TEST_F(CtlCommandTest, ListsAndChanges) {
  Child server({TEST_SERVER}, dir.path);
  EXPECT_THAT(run({"ctl"}).out,
              MatchesRegex("PID +STATE +FUNCTIONS +NAME +MODES\n"
                           "[0-9]+ +running +3 +view_test_server +3 time\n"));
  const Outcome off = run({"ctl", "view_test_server", "off", "*e*"});
  EXPECT_EQ(off.status, 0);
  EXPECT_EQ(off.err, "");
  EXPECT_EQ(off.out, "3 of 3 functions of " + who(server) + ": time -> off\n");
  EXPECT_EQ(run({"ctl", "1/8", "handle", "never_called"}).out,
            "2 of 3 functions of " + who(server) + ": off -> 1/8\n");
  EXPECT_EQ(run({"ctl", std::to_string(server.pid()), "count", "handle"}).out,
            "1 of 3 functions of " + who(server) + ": 1/8 -> count\n");
  const Outcome list = run({"ctl", "--all"});
  EXPECT_THAT(list.out, HasSubstr("  off      read_request  "));
  EXPECT_THAT(list.out, HasSubstr("  count    handle        "));
  EXPECT_THAT(list.out, HasSubstr("  1/8      never_called  "));
  EXPECT_THAT(run({"ctl", "--json"}).out,
              HasSubstr("\"mode\": \"1/8\", \"functions\": 1}"));
  EXPECT_EQ(run({"ctl", "time", "*"}).out,
            "3 of 3 functions of " + who(server) +
                ": 1 at 1/8, 1 count, 1 off -> time\n");
}

TEST_F(CtlCommandTest, FileAndModuleNarrow) {
  Child server({TEST_SERVER}, dir.path);
  const Outcome other = run({"ctl", "off", "*", "--file", "other.c"});
  EXPECT_EQ(other.status, 1);
  EXPECT_EQ(other.err,
            "spile-view: no function of file 'other.c' matches '*'\n");
  EXPECT_EQ(run({"ctl", "off", "*", "--module", "lib*"}).status, 1);
  EXPECT_EQ(run({"ctl", "--file", "other.c"}).status, 1);
  EXPECT_EQ(run({"ctl", "off", "handle", "--file", "server.c", "--module",
                 "view_test_*"})
                .status,
            0);
}

TEST_F(CtlCommandTest, APatternThatMatchesNothingIsNamedAndTheOthersAreDone) {
  Child server({TEST_SERVER}, dir.path);
  const Outcome outcome = run({"ctl", "off", "handel", "read_*"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.out,
            "1 of 3 functions of " + who(server) + ": time -> off\n");
  EXPECT_EQ(outcome.err, "spile-view: no function matches 'handel'; did you "
                         "mean 'handle'?\n");
}

TEST_F(CtlCommandTest, EachProcessOfAProgramIsALine) {
  Child server({TEST_SERVER, "fork"}, dir.path, 2);
  const Outcome outcome = run({"ctl", "off", "handle"});
  EXPECT_THAT(outcome.out,
              MatchesRegex("1 of 3 functions of view_test_server .pid [0-9]+.: "
                           "time -> off\n"
                           "1 of 3 functions of view_test_server .pid [0-9]+.: "
                           "time -> off\n"));
}

TEST_F(CtlCommandTest, WhoHasEndedCannotBeControlledButListed) {
  Child server({TEST_SERVER}, dir.path);
  const std::string name = who(server);
  const std::string pid = std::to_string(server.pid());
  server.kill(SIGKILL);
  const Outcome outcome = run({"ctl", pid, "off", "*"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err,
            "spile-view: " + name + " has ended and cannot be controlled\n");
  EXPECT_EQ(run({"ctl", processes().at(0).path, "off", "*"}).err, outcome.err);
  EXPECT_THAT(run({"ctl"}).out, HasSubstr("  died  "));
}

TEST_F(CtlCommandTest, WhoIsNotThereIsAnError) {
  EXPECT_EQ(run({"ctl"}).status, 1);
  EXPECT_EQ(run({"ctl", "off", "*"}).status, 1);
  EXPECT_EQ(run({"ctl", "4711", "off", "*"}).err,
            "spile-view: no instrumented process has the pid 4711 (in " +
                dir.path + ")\n");
  const std::string damaged = dir.write("x.1.2.spile", "no segment");
  EXPECT_EQ(run({"ctl", damaged, "off", "*"}).status, 2);
}

} // namespace
} // namespace spile::view
