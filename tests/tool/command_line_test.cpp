#include "tool/command_line.h"
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace spile {
namespace {

using testing::ElementsAre;
using Strings = std::vector<std::string>;

CommandLine read(const Strings &Command, const std::string &Directory = "/") {
  auto Line = readCommandLine(Command, Directory);
  EXPECT_TRUE(static_cast<bool>(Line));
  return Line ? *Line : CommandLine();
}

// Each token as "name|value|value".
Strings tokens(const Strings &Command) {
  Strings Out;
  for (const Token &T : read(Command).Tokens) {
    Out.push_back(T.Name);
    for (const std::string &V : T.Values)
      Out.back() += "|" + V;
  }
  return Out;
}

std::string failure(const Strings &Command) {
  auto Line = readCommandLine(Command, "/");
  return Line ? "" : llvm::toString(Line.takeError());
}

TEST(CommandLine, ValuesJoinedAndSeparate) {
  EXPECT_THAT(tokens({"gcc", "-Iinc", "-I", "lib", "-DA=1", "-D", "B", "-oa.o",
                      "-c", "a.c"}),
              ElementsAre("-I|inc", "-I|lib", "-D|A=1", "-D|B", "-o|a.o", "-c",
                          "|a.c"));
  EXPECT_THAT(
      tokens({"gcc", "-std=gnu11", "--std=c99", "-isystem", "x", "-include",
              "y.h"}),
      ElementsAre("-std=|gnu11", "-std=|c99", "-isystem|x", "-include|y.h"));
}

TEST(CommandLine, OptionsOfGccAlone) {
  EXPECT_THAT(
      tokens({"gcc", "-aux-info", "f", "-dumpbase", "b", "-wrapper",
              "gdb,--args", "a.c"}),
      ElementsAre("-aux-info|f", "-dumpbase|b", "-wrapper|gdb,--args", "|a.c"));
  EXPECT_THAT(tokens({"gcc", "--param", "max-inline-insns-single=5", "a.c"}),
              ElementsAre("--param|max-inline-insns-single=5", "|a.c"));
  EXPECT_THAT(tokens({"gcc", "-dumpmachine"}), ElementsAre("-dumpmachine"));
}

TEST(CommandLine, AValueMayLookLikeAnOption) {
  EXPECT_THAT(tokens({"gcc", "-o", "-dumpbase", "a.c"}),
              ElementsAre("-o|-dumpbase", "|a.c"));
}

TEST(CommandLine, UnknownOptionsAreTokensOfTheirOwn) {
  CommandLine Line = read({"gcc", "-fno-such-thing", "-c", "a.c"});
  ASSERT_EQ(Line.Inputs.size(), 1u);
  EXPECT_EQ(Line.Inputs[0].Path, "a.c");
  EXPECT_EQ(Line.Until, Stage::Object);
}

TEST(CommandLine, EveryArgumentIsInOneToken) {
  const Strings Args = {"-DX=1", "-I",  "inc", "-Wl,-z,now",  "-Wp,-MD,x.d",
                        "-xc",   "a.x", "-x",  "none",        "b.o",
                        "-lfoo", "-o",  "out", "--sysroot=/", "-m64"};
  Strings Command = {"gcc"};
  Command.insert(Command.end(), Args.begin(), Args.end());
  Strings Again;
  for (const Token &T : read(Command).Tokens)
    Again.insert(Again.end(), T.Raw.begin(), T.Raw.end());
  EXPECT_EQ(Again, Args);
}

TEST(CommandLine, LanguageOfInputs) {
  auto Languages = [](const Strings &Command) {
    std::string Out;
    for (const Input &In : read(Command).Inputs)
      Out += In.Lang == Language::C     ? 'c'
             : In.Lang == Language::Cxx ? '+'
                                        : '-';
    return Out;
  };
  EXPECT_EQ(Languages({"gcc", "a.c", "b.cc", "c.C", "d.o", "e.s", "f.S", "g.i",
                       "h.h", "libx.a"}),
            "c++------");
  EXPECT_EQ(Languages({"g++", "a.c"}), "+");
  EXPECT_EQ(Languages({"/usr/bin/x86_64-linux-gnu-g++-12", "a.c"}), "+");
  EXPECT_EQ(Languages({"gcc", "a.c", "-x", "c++", "b.c", "-x", "none", "c.c"}),
            "c+c");
  EXPECT_EQ(Languages({"gcc", "-xc", "-"}), "c");
  EXPECT_EQ(Languages({"gcc", "-x", "c-header", "a.c"}), "-");
  EXPECT_EQ(Languages({"g++", "-x", "c", "a.cc"}), "c");
}

TEST(CommandLine, StageIsTheEarliestAskedFor) {
  EXPECT_EQ(read({"gcc", "a.c"}).Until, Stage::Link);
  EXPECT_EQ(read({"gcc", "-c", "a.c"}).Until, Stage::Object);
  EXPECT_EQ(read({"gcc", "-c", "-S", "a.c"}).Until, Stage::Assembly);
  EXPECT_EQ(read({"gcc", "-S", "-E", "a.c"}).Until, Stage::Preprocess);
  EXPECT_EQ(read({"gcc", "-M", "a.c"}).Until, Stage::Preprocess);
  EXPECT_EQ(read({"gcc", "-MD", "-c", "a.c"}).Until, Stage::Object);
}

TEST(CommandLine, Launchers) {
  EXPECT_EQ(countLaunchers({"gcc", "a.c"}), 0u);
  EXPECT_EQ(countLaunchers({"/usr/bin/ccache", "gcc"}), 1u);
  EXPECT_EQ(countLaunchers({"env", "-u", "X", "A=B", "distcc", "gcc", "-c"}),
            5u);
  EXPECT_EQ(countLaunchers({"spile-cc", "--config", "x.yaml",
                            "--functions=mk_*", "ccache", "gcc"}),
            5u);
  CommandLine Line = read({"ccache", "gcc", "-c", "a.c"});
  EXPECT_THAT(Line.Launcher, ElementsAre("ccache"));
  EXPECT_EQ(Line.Compiler, "gcc");
}

TEST(CommandLine, ResponseFilesAreExpandedNested) {
  std::string Dir =
      testing::TempDir() + "spile-rsp-" + std::to_string(getpid());
  ASSERT_EQ(system(("mkdir -p " + Dir).c_str()), 0);
  std::ofstream(Dir + "/outer.rsp") << "-DA='two words'\n@inner.rsp -c\n";
  std::ofstream(Dir + "/inner.rsp") << "\"b c.c\"";
  CommandLine Line = read({"gcc", "@outer.rsp"}, Dir);
  ASSERT_EQ(Line.Tokens.size(), 3u);
  EXPECT_THAT(Line.Tokens[0].Values, ElementsAre("A=two words"));
  EXPECT_EQ(Line.Inputs.at(0).Path, "b c.c");
  EXPECT_EQ(system(("rm -r " + Dir).c_str()), 0);
}

TEST(CommandLine, Mistakes) {
  EXPECT_EQ(failure({}), "no compiler is named");
  EXPECT_EQ(failure({"ccache"}), "no compiler is named");
  EXPECT_EQ(failure({"gcc", "-c", "-o"}), "option '-o' misses its value");
  EXPECT_EQ(failure({"gcc", "-aux-info"}),
            "option '-aux-info' misses its value");
}

TEST(FindCompiler, InPathOrRelative) {
  auto Sh = findCompiler("sh", "/");
  ASSERT_TRUE(static_cast<bool>(Sh));
  EXPECT_EQ(Sh->front(), '/');
  auto Relative = findCompiler("bin/sh", "/");
  ASSERT_TRUE(static_cast<bool>(Relative));
  EXPECT_EQ(*Relative, "/bin/sh");
  auto Gone = findCompiler("/no/such/gcc", "/");
  ASSERT_FALSE(static_cast<bool>(Gone));
  EXPECT_EQ(llvm::toString(Gone.takeError()),
            "compiler '/no/such/gcc' cannot be run");
  auto Unknown = findCompiler("no-such-gcc", "/");
  ASSERT_FALSE(static_cast<bool>(Unknown));
  EXPECT_EQ(llvm::toString(Unknown.takeError()),
            "compiler 'no-such-gcc' is not in PATH");
}

} // namespace
} // namespace spile
