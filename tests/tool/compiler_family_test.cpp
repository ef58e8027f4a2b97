#include "tool/compiler_family.h"
#include <gtest/gtest.h>
#include <llvm/Support/Program.h>

namespace spile {
namespace {

CompilerFamily ask(const std::vector<std::string> &Command) {
  auto Line = readCommandLine(Command, "/");
  EXPECT_TRUE(static_cast<bool>(Line));
  auto Family = compilerFamily(*Line, "/");
  if (Family)
    return *Family;
  ADD_FAILURE() << llvm::toString(Family.takeError());
  return {};
}

TEST(CompilerFamily, Gcc) {
  EXPECT_FALSE(ask({"gcc", "-c", "a.c"}).IsClang);
  EXPECT_TRUE(ask({"gcc", "-c", "a.c"}).isNative());
}

TEST(CompilerFamily, Clang) {
  if (!llvm::sys::findProgramByName("clang"))
    GTEST_SKIP() << "there is no clang";
  EXPECT_TRUE(ask({"clang", "-c", "a.c"}).IsClang);
  EXPECT_TRUE(ask({"clang", "-c", "a.c"}).isNative());
  EXPECT_FALSE(
      ask({"clang", "--target=aarch64-linux-gnu", "-c", "a.c"}).isNative());
}

TEST(CompilerFamily, ThirtyTwoBitsAreAnotherMachine) {
  EXPECT_FALSE(ask({"gcc", "-m32", "-c", "a.c"}).isNative());
}

TEST(CompilerFamily, TripleSpellings) {
  CompilerFamily Family{false, "x86_64-pc-linux-gnu"};
  CompilerFamily Short{false, "x86_64-linux-gnu"};
  EXPECT_EQ(Family.isNative(), Short.isNative());
  EXPECT_FALSE((CompilerFamily{false, "x86_64-linux-musl"}.isNative()));
}

} // namespace
} // namespace spile
