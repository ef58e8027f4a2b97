#include "tool/run_program.h"
#include <csignal>
#include <gtest/gtest.h>

namespace spile {
namespace {

Outcome shell(const std::string &Script, const std::string *Input = nullptr) {
  Program What;
  What.Command = {"sh", "-c", Script};
  What.Environment = {"SPILE_TEST=yes"};
  What.Directory = "/";
  What.Input = Input;
  What.CaptureOut = What.CaptureErr = true;
  auto Result = run(What);
  EXPECT_TRUE(static_cast<bool>(Result));
  return Result ? *Result : Outcome();
}

TEST(RunProgram, StreamsAndStatus) {
  Outcome Result = shell("echo out; echo err >&2; exit 7");
  EXPECT_EQ(Result.Out, "out\n");
  EXPECT_EQ(Result.Err, "err\n");
  EXPECT_EQ(Result.Status, 7);
  EXPECT_FALSE(Result.ok());
}

TEST(RunProgram, EnvironmentAndFolder) {
  EXPECT_EQ(shell("echo $SPILE_TEST; pwd").Out, "yes\n/\n");
}

TEST(RunProgram, Signal) {
  Outcome Result = shell("kill -TERM $$");
  EXPECT_EQ(Result.Signal, SIGTERM);
  EXPECT_FALSE(Result.ok());
}

TEST(RunProgram, LargeTextBothWays) {
  std::string Text(1 << 20, 'x');
  EXPECT_EQ(shell("cat", &Text).Out, Text);
}

TEST(RunProgram, AChildThatDoesNotRead) {
  std::string Text(1 << 20, 'x');
  EXPECT_TRUE(shell("exit 0", &Text).ok());
}

TEST(RunProgram, CannotStart) {
  Program What;
  What.Command = {"/no/such/program"};
  auto Result = run(What);
  ASSERT_FALSE(static_cast<bool>(Result));
  EXPECT_EQ(llvm::toString(Result.takeError()),
            "cannot run '/no/such/program': No such file or directory");
}

} // namespace
} // namespace spile
