// The values of a configuration and what is wrong with them.
#include "tests/matchers/config_errors.h"
#include <gtest/gtest.h>

namespace spile::test {
namespace {

TEST(ConfigCompile, ReportsBadValues) {
  const std::pair<std::string, std::string> Cases[] = {
      {"clock: tsk",
       "1:8: error: 'clock' must be tsc, monotonic or thread-cpu, "
       "not 'tsk'; did you mean 'tsc'?"},
      {"strict: 1", "1:9: error: 'strict' must be true or false, not '1'"},
      {"provider: 9a", "1:11: error: 'provider' must be a C identifier of at "
                       "most 64 characters, not '9a'"},
      {"provider: ''", "1:11: error: 'provider' must be a C identifier of at "
                       "most 64 characters, not ''"},
      {"instrument: {min-statements: -1}",
       "1:30: error: 'min-statements' must be a whole number from 0 to "
       "1000000, not '-1'"},
      {"instrument: {min-statements: 1000001}",
       "1:30: error: 'min-statements' must be a whole number from 0 to "
       "1000000, not '1000001'"},
      {"instrument: {min-statements: 99999999999999999999}",
       "1:30: error: 'min-statements' must be a whole number from 0 to "
       "1000000, not '99999999999999999999'"},
      {"instrument: {functions: '/f(/'}",
       "1:25: error: bad pattern '/f(/': parentheses not balanced"},
      {"instrument: {except: '/f(/'}",
       "1:22: error: bad pattern '/f(/': parentheses not balanced"},
      {"exclude: {files: ['a', 'b[']}",
       "1:24: error: bad pattern 'b[': a [ without its ]; write \\[ for the "
       "character itself"},
      {"instrument: {probes: [count, usdt]}",
       "1:30: error: probe 'usdt' is not available in this version"},
      {"instrument: {probes: [histogram, lttng, record]}",
       "1:23: error: probe 'histogram' is not available in this version\n"
       "1:34: error: probe 'lttng' is not available in this version\n"
       "1:41: error: probe 'record' is not available in this version"},
      {"instrument: {probes: tiem}",
       "1:22: error: unknown probe 'tiem'; did you mean 'time'?"},
      {"instrument: {probes: count}",
       "1:22: error: probe 'count' without 'time' is not available in this "
       "version"},
      {"instrument: {probes: [count, time]}", ""},
      {"instrument: {probes: time}", ""},
  };
  for (const auto &[Text, Expected] : Cases)
    EXPECT_EQ(errorsOf(Text), Expected) << Text;
}

TEST(ConfigCompile, LocatesBadMatchersInsideTheirText) {
  const std::pair<std::string, std::string> Cases[] = {
      {"instrument: {matcher: functionDecl(hasNam())}",
       "1:36: error: bad matcher: matcher not found: hasNam"},
      {"instrument: {matcher: 'functionDecl(hasNam())'}",
       "1:37: error: bad matcher: matcher not found: hasNam"},
      {"instrument:\n- matcher: \"functionDecl(hasName(\\\"a\\\"), no())\"",
       "2:42: error: bad matcher: matcher not found: no"},
      {"instrument:\n- matcher: |\n    functionDecl(\n      hasNam())\n",
       "4:7: error: bad matcher: matcher not found: hasNam"},
      {"instrument:\n- matcher: >\n    functionDecl(\n    hasNam())\n",
       "4:5: error: bad matcher: matcher not found: hasNam"},
      {"instrument:\n- matcher: 'functionDecl(\n      hasNam())'\n",
       "3:7: error: bad matcher: matcher not found: hasNam"},
      {"instrument: {matcher: callExpr()}",
       "1:23: error: bad matcher: it can match no function; begin it with "
       "functionDecl(...)"},
      {"instrument: {matcher: varDecl()}",
       "1:23: error: bad matcher: it can match no function; begin it with "
       "functionDecl(...)"},
  };
  for (const auto &[Text, Expected] : Cases)
    EXPECT_EQ(errorsOf(Text), Expected) << Text;
  for (const char *Good :
       {"decl()", "namedDecl()", "cxxConstructorDecl()",
        "cxxMethodDecl(isConst())", "functionDecl(unless(isInline()))"})
    EXPECT_EQ(errorsOf(std::string("instrument: {matcher: '") + Good + "'}"),
              "")
        << Good;
  for (const char *Bad : {"''", "'functionDecl('", "'functionDecl() x'", "'1'"})
    EXPECT_NE(
        errorsOf(std::string("instrument: {matcher: ") + Bad + "}").find("1:"),
        std::string::npos)
        << Bad;
}

TEST(ConfigCompile, KeepsTheSettings) {
  Diagnostics Out;
  const auto Cfg =
      parseConfig("provider: mk\nclock: thread-cpu\nheaders: true\n"
                  "lambdas: yes\nstrict: true\n",
                  "/p/x/../.spile.yaml", Out);
  ASSERT_TRUE(Cfg);
  EXPECT_EQ(Cfg->Path, "/p/x/../.spile.yaml");
  EXPECT_EQ(Cfg->Root, "/p");
  EXPECT_EQ(Cfg->Provider, "mk");
  EXPECT_EQ(Cfg->ClockKind, Clock::ThreadCpu);
  EXPECT_TRUE(Cfg->Headers && Cfg->Lambdas && Cfg->Strict);
  EXPECT_EQ(Cfg->Rules.size(), 1u) << "the default rule";
}

TEST(ConfigCompile, AnEmptyFileIsTheDefaultWithAPath) {
  Diagnostics Out;
  const auto Cfg = parseConfig("", "/p/.spile.yaml", Out);
  ASSERT_TRUE(Cfg);
  EXPECT_EQ(Cfg->Path, "/p/.spile.yaml");
  ASSERT_EQ(Cfg->Rules.size(), 1u);
  EXPECT_EQ(Cfg->Rules[0].Place, "default");
  EXPECT_EQ(Cfg->ClockKind, Clock::Tsc);
  EXPECT_EQ(defaultConfig("/p").Path, "");
}

} // namespace
} // namespace spile::test
