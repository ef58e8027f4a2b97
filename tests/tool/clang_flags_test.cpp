#include "tool/clang_flags.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace spile {
namespace {

using testing::Contains;
using testing::Not;

CompilerFacts gcc(const std::string &Version) {
  CompilerFacts Facts;
  Facts.Target = "x86_64-linux-gnu";
  Facts.Macros = {"__GNUC__=12", "__STDC_VERSION__=" + Version};
  return Facts;
}

std::string standard(const std::string &Version,
                     const std::optional<std::string> &Std = std::nullopt) {
  return clangStandard(gcc(Version), false, Std);
}

std::string cxxStandard(const std::string &Version, bool Strict = false) {
  CompilerFacts Facts;
  Facts.Macros = {"__cplusplus=" + Version};
  if (Strict)
    Facts.Macros.push_back("__STRICT_ANSI__=1");
  return clangStandard(Facts, true, std::nullopt);
}

TEST(ClangStandard, TheCommandsOwnIfClangKnowsIt) {
  EXPECT_EQ(standard("201710L", "gnu2x"), "gnu2x");
  EXPECT_EQ(standard("201112L", "iso9899:2011"), "iso9899:2011");
  EXPECT_EQ(standard("202000L", "gnu99x"), "gnu23");
}

TEST(ClangStandard, TheCompilersDefault) {
  EXPECT_EQ(standard("201710L"), "gnu17");
  EXPECT_EQ(standard("201112L"), "gnu11");
  EXPECT_EQ(standard("199901L"), "gnu99");
  EXPECT_EQ(clangStandard({}, false, std::nullopt), "gnu89");
  EXPECT_EQ(cxxStandard("199711L"), "gnu++98");
  EXPECT_EQ(cxxStandard("201402L"), "gnu++14");
  EXPECT_EQ(cxxStandard("201703L"), "gnu++17");
  EXPECT_EQ(cxxStandard("202002L", true), "c++20");
  EXPECT_EQ(cxxStandard("202100L"), "gnu++20");
  EXPECT_EQ(cxxStandard("202302L"), "gnu++23");
}

TEST(IdentityMacros, AreClangsOwn) {
  for (const char *Name :
       {"__GNUC__", "__GNUC_MINOR__", "__VERSION__", "__SIZE_TYPE__",
        "__INT_MAX__", "__FLT_DIG__", "__cpp_concepts", "_FORTIFY_SOURCE"})
    EXPECT_TRUE(isIdentityMacro(Name)) << Name;
  for (const char *Name : {"_OPENMP", "__AVX2__", "_REENTRANT", "__PIC__",
                           "__SANITIZE_ADDRESS__", "MINE"})
    EXPECT_FALSE(isIdentityMacro(Name)) << Name;
}

TEST(ClangFlags, OnlyMacrosThatClangLacks) {
  CompilerFacts Facts = gcc("201710L");
  Facts.Macros.push_back("__x86_64__=1");
  Facts.Macros.push_back("_OPENMP=201511");
  auto Flags = clangFlags(Facts, false, std::nullopt, {});
  ASSERT_TRUE(static_cast<bool>(Flags)) << llvm::toString(Flags.takeError());
  EXPECT_THAT(*Flags, Contains("-D_OPENMP=201511"));
  EXPECT_THAT(*Flags, Not(Contains("-D__x86_64__=1")));
  EXPECT_THAT(*Flags, Not(Contains("-D__GNUC__=12")));
  EXPECT_THAT(*Flags, Contains("--target=x86_64-linux-gnu"));
}

TEST(ClangFlags, MachineOptionsThatClangRefusesAreLeftOut) {
  auto Flags = clangFlags(gcc("201710L"), false, std::nullopt,
                          {"-march=no-such-processor", "-fshort-enums"});
  ASSERT_TRUE(static_cast<bool>(Flags)) << llvm::toString(Flags.takeError());
  EXPECT_THAT(*Flags, Not(Contains("-march=no-such-processor")));
  EXPECT_THAT(*Flags, Contains("-fshort-enums"));
}

TEST(ClangFlags, AnUnknownTargetIsAnError) {
  CompilerFacts Facts = gcc("201710L");
  Facts.Target = "nosuch-machine-elf";
  auto Flags = clangFlags(Facts, false, std::nullopt, {});
  ASSERT_FALSE(static_cast<bool>(Flags));
  EXPECT_THAT(llvm::toString(Flags.takeError()),
              testing::StartsWith("Clang refuses "));
}

} // namespace
} // namespace spile
