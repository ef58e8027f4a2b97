#include "view/ctl.h"

#include "sample.h"

#include <gtest/gtest.h>

namespace spile::view {
namespace {

Snapshot controlled() {
  Snapshot snapshot = monkey();
  snapshot.modes = {1, 1, 0};
  return snapshot;
}

TEST(CtlTest, ALineAProcess) {
  Snapshot dead = controlled();
  dead.process = makeProcess("m", 7, 1, ProcessState::Died);
  dead.modes = {2, 7, 4};
  EXPECT_EQ(
      formatCtlTable({modesOf(controlled(), {}), modesOf(dead, {})}, false),
      "PID      STATE    FUNCTIONS  NAME    MODES\n"
      "29980    running          3  monkey  2 time, 1 off\n"
      "7        died             3  m       1 at 1/8, 1 count, 1 time\n");
}

TEST(CtlTest, ALineAFunction) {
  EXPECT_EQ(formatCtlTable({modesOf(controlled(), {})}, true),
            "PID      MODE     FUNCTION           FILE\n"
            "29980    time     mk_session_get     src/session.c:90\n"
            "29980    time     mk_session_create  src/session.c:40\n"
            "29980    off      mk_never           src/a.c:7\n");
}

TEST(CtlTest, FileAndModuleNarrow) {
  EXPECT_EQ(modesOf(controlled(), {{}, "a.c", ""}).functions.size(), 1u);
  EXPECT_EQ(modesOf(controlled(), {{}, "src/*", ""}).functions.size(), 3u);
  EXPECT_EQ(modesOf(controlled(), {{}, "", "monkey"}).modes.size(), 3u);
  EXPECT_EQ(modesOf(controlled(), {{}, "a.c", "lib*"}).functions.size(), 0u);
}

TEST(CtlTest, JsonHasTheFunctionsOnlyIfAskedFor) {
  const std::string json =
      formatCtlJson({modesOf(controlled(), {{}, "a.c", ""})}, true);
  EXPECT_NE(json.find("  \"modes\": [\n"
                      "    {\"pid\": 29980, \"mode\": \"off\", \"functions\": "
                      "1}\n  ],\n"
                      "  \"functions\": [\n"
                      "    {\"pid\": 29980, \"mode\": \"off\", \"name\": "
                      "\"mk_never\", \"file\": \"src/a.c\", \"line\": 7, "
                      "\"module\": \"/bin/monkey\"}\n  ]\n}\n"),
            std::string::npos)
      << json;
  EXPECT_EQ(formatCtlJson({}, false),
            "{\n  \"version\": 1,\n  \"processes\": [],\n  \"modes\": []\n}\n");
}

TEST(CtlTest, AChangeTellsWhatWas) {
  const Process process = makeProcess("httpd", 4711, 1);
  EXPECT_EQ(formatChange(process, {340, 12, {{"time", 12}}}, 4),
            "12 of 340 functions of httpd (pid 4711): time -> count\n");
  EXPECT_EQ(formatChange(process, {340, 12, {{"time", 10}, {"off", 2}}}, 5),
            "12 of 340 functions of httpd (pid 4711): 10 time, 2 off -> 1/2\n");
}

TEST(CtlTest, APatternWithoutAMatchSuggestsAName) {
  const std::vector<std::string> names = {"mk_session_get", "ns::Cart::add"};
  EXPECT_EQ(noMatch("mk_sesion_get", {}, names),
            "no function matches 'mk_sesion_get'; did you mean "
            "'mk_session_get'?");
  EXPECT_EQ(noMatch("ad", {}, names),
            "no function matches 'ad'; did you mean 'add'?");
  EXPECT_EQ(noMatch("x*", {{}, "a.c", "lib"}, names),
            "no function of file 'a.c' of module 'lib' matches 'x*'");
}

} // namespace
} // namespace spile::view
