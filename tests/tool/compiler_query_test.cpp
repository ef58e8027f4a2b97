#include "tool/compiler_query.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace spile {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char *Said = "Using built-in specs.\n"
                             "Target: arm-none-eabi\n"
                             "#include \"...\" search starts here:\n"
                             " /q\n"
                             "#include <...> search starts here:\n"
                             " /lib/gcc/arm/12/include\n"
                             " /lib/gcc/arm/12/include-fixed\n"
                             " /usr/arm/include\n"
                             "End of search list.\n"
                             " /not/this\n";

TEST(ReadAnswer, FoldersTargetMacros) {
  auto Facts = readAnswer("#define __GNUC__ 12\n"
                          "#define __GCC_X(a) a ## b\n"
                          "#define EMPTY \n",
                          Said);
  ASSERT_TRUE(static_cast<bool>(Facts));
  EXPECT_EQ(Facts->Target, "arm-none-eabi");
  EXPECT_FALSE(Facts->IsClang);
  EXPECT_THAT(Facts->QuoteDirs, ElementsAre("/q"));
  EXPECT_THAT(Facts->SystemDirs,
              ElementsAre("/lib/gcc/arm/12/include", "/usr/arm/include"));
  EXPECT_THAT(Facts->Macros,
              ElementsAre("__GNUC__=12", "__GCC_X(a)=a ## b", "EMPTY="));
  EXPECT_EQ(Facts->macro("__GNUC__"), "12");
  EXPECT_EQ(Facts->macro("__GNUC"), "");
}

TEST(ReadAnswer, ClangSaysSo) {
  auto Facts = readAnswer("#define __GNUC__ 4\n#define __clang__ 1\n", Said);
  ASSERT_TRUE(static_cast<bool>(Facts));
  EXPECT_TRUE(Facts->IsClang);
}

TEST(ReadAnswer, NeitherGccNorClang) {
  auto Facts = readAnswer("hello\n", Said);
  ASSERT_FALSE(static_cast<bool>(Facts));
  EXPECT_EQ(llvm::toString(Facts.takeError()), "it is neither GCC nor Clang");
}

TEST(QueryCompiler, TheRealOne) {
  auto Facts = queryCompiler({"/usr/bin/cc", {"-fshort-enums"}, false, "/"});
  ASSERT_TRUE(static_cast<bool>(Facts)) << llvm::toString(Facts.takeError());
  EXPECT_THAT(Facts->SystemDirs, Contains("/usr/include"));
  EXPECT_FALSE(Facts->macro("__STDC_VERSION__").empty());
}

TEST(QueryCompiler, ARefusalNamesTheCompilersReason) {
  auto Facts = queryCompiler({"/usr/bin/cc", {"-no-such-flag"}, false, "/"});
  ASSERT_FALSE(static_cast<bool>(Facts));
  EXPECT_THAT(llvm::toString(Facts.takeError()),
              testing::AllOf(
                  HasSubstr("compiler '/usr/bin/cc' was asked for its macros"),
                  HasSubstr("no-such-flag")));
}

TEST(QueryCompiler, AnotherProgramIsNoCompiler) {
  auto Facts = queryCompiler({"/bin/true", {}, false, "/"});
  ASSERT_FALSE(static_cast<bool>(Facts));
  EXPECT_THAT(llvm::toString(Facts.takeError()),
              HasSubstr("neither GCC nor Clang"));
}

TEST(QueryKey, DiffersByWhatMatters) {
  CompilerQuery Plain{"/usr/bin/cc", {"-O2"}, false, "/"};
  CompilerQuery Flags = Plain, Language = Plain, Compiler = Plain,
                Folder = Plain;
  Flags.Flags = {"-O3"};
  Language.Cxx = true;
  Compiler.Compiler = "/bin/sh";
  Folder.Directory = "/tmp";
  EXPECT_NE(queryKey(Plain), queryKey(Flags));
  EXPECT_NE(queryKey(Plain), queryKey(Language));
  EXPECT_NE(queryKey(Plain), queryKey(Compiler));
  EXPECT_EQ(queryKey(Plain), queryKey(Folder));
  setenv("CPATH", "/x", 1);
  std::string With = queryKey(Plain);
  unsetenv("CPATH");
  EXPECT_NE(With, queryKey(Plain));
}

} // namespace
} // namespace spile
