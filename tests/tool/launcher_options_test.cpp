#include "tool/launcher_options.h"
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace spile {
namespace {

using testing::ElementsAre;

LauncherOptions read(const std::vector<std::string> &Args) {
  auto Out = readLauncherOptions(Args);
  EXPECT_TRUE(static_cast<bool>(Out));
  return Out ? *Out : LauncherOptions();
}

std::string failure(const std::vector<std::string> &Args) {
  auto Out = readLauncherOptions(Args);
  return Out ? "" : llvm::toString(Out.takeError());
}

TEST(LauncherOptions, OwnOptionsStandBeforeTheCompiler) {
  LauncherOptions Out =
      read({"--config", "c.yaml", "--functions=a*", "--functions", "b",
            "--keep=out", "gcc", "--config", "x"});
  EXPECT_EQ(Out.Config, "c.yaml");
  EXPECT_THAT(Out.Functions, ElementsAre("a*", "b"));
  EXPECT_EQ(Out.Keep, "out");
  EXPECT_THAT(Out.Command, ElementsAre("gcc", "--config", "x"));
}

TEST(LauncherOptions, TheCommandLineIsBeforeTheEnvironment) {
  setenv("SPILE_CONFIG", "env.yaml", 1);
  EXPECT_EQ(read({"gcc"}).Config, "env.yaml");
  EXPECT_EQ(read({"--config=c.yaml", "gcc"}).Config, "c.yaml");
  unsetenv("SPILE_CONFIG");
}

TEST(LauncherOptions, Environment) {
  EXPECT_FALSE(read({"gcc"}).Off);
  setenv("SPILE_CC", "off", 1);
  setenv("SPILE_RUNTIME", "static", 1);
  setenv("SPILE_VERBOSE", "0", 1);
  LauncherOptions Out = read({"gcc"});
  EXPECT_TRUE(Out.Off);
  EXPECT_TRUE(Out.StaticRuntime);
  EXPECT_FALSE(Out.Verbose);
  setenv("SPILE_VERBOSE", "1", 1);
  EXPECT_TRUE(read({"gcc"}).Verbose);
  unsetenv("SPILE_CC");
  unsetenv("SPILE_RUNTIME");
  unsetenv("SPILE_VERBOSE");
}

TEST(LauncherOptions, Mistakes) {
  EXPECT_EQ(failure({}), "no compiler is named; see spile-cc --help");
  EXPECT_EQ(failure({"--confg", "x", "gcc"}),
            "unknown option '--confg'; see spile-cc --help");
  EXPECT_EQ(failure({"--keep"}), "option '--keep' misses its value");
}

TEST(LauncherOptions, HelpFitsAScreen) {
  std::string Help = launcherHelp();
  EXPECT_LE(std::count(Help.begin(), Help.end(), '\n'), 24);
  EXPECT_TRUE(read({"--help"}).Help);
  EXPECT_TRUE(read({"--version"}).Version);
}

} // namespace
} // namespace spile
