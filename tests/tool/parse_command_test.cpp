#include "tool/parse_command.h"
#include <clang/Frontend/FrontendActions.h>
#include <clang/Tooling/Tooling.h>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <llvm/Support/Program.h>
#include <llvm/Support/VirtualFileSystem.h>

namespace spile {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using Strings = std::vector<std::string>;

Strings parse(const Strings &Command, const std::string &Source = "a.c") {
  auto Args = parseCommand(Command, "/", Source);
  if (!Args) {
    ADD_FAILURE() << llvm::toString(Args.takeError());
    return {};
  }
  return *Args;
}

struct FirstError : clang::DiagnosticConsumer {
  std::string Text;
  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override {
    if (Level < clang::DiagnosticsEngine::Error || !Text.empty())
      return;
    llvm::SmallString<128> Message;
    Info.FormatDiagnostic(Message);
    Text = Info.getLocation().printToString(Info.getSourceManager()) + ": " +
           Message.str().str();
  }
};

// The first error when Clang parses `Text` under the command; empty: none.
std::string parseError(Strings Command, const std::string &Text) {
  std::string Source = Command[0].find("++") != std::string::npos
                           ? "/spile-parse.cpp"
                           : "/spile-parse.c";
  Command.insert(Command.end(), {"-c", Source});
  Strings Args = parse(Command, Source);
  auto Files = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(
      llvm::vfs::getRealFileSystem());
  auto Memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  Memory->addFile(Source, 0, llvm::MemoryBuffer::getMemBuffer(Text));
  Files->pushOverlay(Memory);
  auto Manager = llvm::makeIntrusiveRefCnt<clang::FileManager>(
      clang::FileSystemOptions(), Files);
  FirstError Errors;
  clang::tooling::ToolInvocation Run(
      Args, std::make_unique<clang::SyntaxOnlyAction>(), Manager.get());
  Run.setDiagnosticConsumer(&Errors);
  bool Good = Run.run();
  return Good || !Errors.Text.empty() ? Errors.Text : "failed";
}

constexpr const char *LibcText = R"(
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>
#include <complex.h>
#include <tgmath.h>
#include <limits.h>
#include <float.h>
#include <stdarg.h>
#include <stdint.h>
#include <inttypes.h>
#include <unistd.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <wchar.h>
#include <threads.h>
#include <pthread.h>
#include <sys/socket.h>
#include <sys/epoll.h>
#include <netinet/in.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif
#if __STDC_VERSION__ >= 201112L
#include <stdatomic.h>
_Atomic int x;
int next(void) { return atomic_fetch_add(&x, 1); }
#endif
#if !defined(PATH_MAX) || !defined(__OPTIMIZE__)
#error macros
#endif
)";

class ParseLibc : public testing::TestWithParam<const char *> {};
TEST_P(ParseLibc, WithoutAnError) {
  for (const char *Compiler : {"gcc", "clang"}) {
    if (!llvm::sys::findProgramByName(Compiler))
      GTEST_SKIP() << "there is no " << Compiler;
    EXPECT_EQ(parseError({Compiler, "-O2", "-D_GNU_SOURCE",
                          "-D_FORTIFY_SOURCE=2", "-march=native", GetParam()},
                         LibcText),
              "")
        << Compiler;
  }
}
INSTANTIATE_TEST_SUITE_P(Standards, ParseLibc,
                         testing::Values("-std=gnu89", "-std=gnu99",
                                         "-std=gnu11", "-std=gnu17",
                                         "-std=gnu2x"));

class ParseStdCxx : public testing::TestWithParam<const char *> {};
TEST_P(ParseStdCxx, WithoutAnError) {
  for (const char *Compiler : {"g++", "clang++"}) {
    if (!llvm::sys::findProgramByName(Compiler))
      GTEST_SKIP() << "there is no " << Compiler;
    EXPECT_EQ(parseError({Compiler, "-O2", "-D_FORTIFY_SOURCE=2",
                          "-march=native", GetParam()},
                         "#include <regex>\n#include <thread>\n#include <map>\n"
                         "#include <cmath>\n#include <unistd.h>\n"
                         "#if __cplusplus >= 201703L\n#include <filesystem>\n"
                         "#include <optional>\n#endif\n"
                         "#if __cplusplus > 201703L\n#include <ranges>\n"
                         "#include <coroutine>\n#endif\n"
                         "int main() { std::regex r(\"a\"); return errno; }\n"),
              "")
        << Compiler;
  }
}
INSTANTIATE_TEST_SUITE_P(Standards, ParseStdCxx,
                         testing::Values("-std=gnu++11", "-std=gnu++14",
                                         "-std=gnu++17", "-std=gnu++20",
                                         "-std=c++20"));

TEST(ParseCommand, HeadersOfTheCompilersOwn) {
  if (parseError({"gcc", "-fopenmp"}, "#include <omp.h>\n#ifndef _OPENMP\n"
                                      "#error\n#endif\n") != "")
    FAIL();
}

TEST(ParseCommand, WhatGccWarnsAboutIsNoError) {
  EXPECT_EQ(parseError({"gcc"}, "f(x) { return g(x); }\n"
                                "int *p(void) { return 1; }\n"),
            "");
}

TEST(ParseCommand, OnlyWhatConcernsParsing) {
  Strings Args = parse({"gcc",
                        "-Wall",
                        "-Werror",
                        "-g",
                        "-MD",
                        "-MF",
                        "a.d",
                        "-o",
                        "a.o",
                        "-flto",
                        "-fplugin=x.so",
                        "-fipa-pta",
                        "-ffunction-sections",
                        "-Iinc",
                        "-DA=1",
                        "-UB",
                        "-fshort-enums",
                        "-c",
                        "a.c",
                        "b.c"});
  for (const char *Kept : {"-Iinc", "-DA=1", "-UB", "-fshort-enums", "a.c"})
    EXPECT_THAT(Args, Contains(Kept));
  for (const char *Dropped :
       {"-Wall", "-Werror", "-g", "-MD", "a.d", "a.o", "-flto", "-fplugin=x.so",
        "-fipa-pta", "-c", "b.c"})
    EXPECT_THAT(Args, Not(Contains(Dropped)));
  EXPECT_EQ(Args.front(), "clang");
  EXPECT_EQ(Args.back(), "a.c");
}

TEST(ParseCommand, PassedOnOptions) {
  Strings Args = parse({"gcc", "-Wp,-DA,-MMD,a.d", "-Xpreprocessor", "-DB",
                        "-include", "x.h", "-c", "a.c"});
  EXPECT_THAT(Args, Contains("-DA"));
  EXPECT_THAT(Args, Contains("-DB"));
  EXPECT_THAT(Args, Not(Contains("a.d")));
  EXPECT_THAT(Args, Contains("x.h"));
}

TEST(ParseCommand, FortifyIsUndefinedBehindTheUsersOwn) {
  Strings Args = parse({"gcc", "-O2", "-D_FORTIFY_SOURCE=2", "-c", "a.c"});
  auto Set = std::find(Args.begin(), Args.end(), "-D_FORTIFY_SOURCE=2");
  auto Unset = std::find(Args.begin(), Args.end(), "-U_FORTIFY_SOURCE");
  EXPECT_LT(Set, Unset);
  EXPECT_NE(Unset, Args.end());
}

TEST(ParseCommand, DefaultStandardIsTheCompilers) {
  EXPECT_THAT(parse({"gcc", "-c", "a.c"}), Contains(HasSubstr("-std=gnu")));
  EXPECT_THAT(parse({"gcc", "-ansi", "-c", "a.c"}), Contains("-std=c89"));
  EXPECT_THAT(parse({"g++", "-ansi", "-c", "a.cc"}, "a.cc"),
              Contains("-std=c++98"));
}

TEST(ParseCommand, SanitizersAreSeenByTheirMacros) {
  Strings Args = parse({"gcc", "-fsanitize=address", "-c", "a.c"});
  EXPECT_THAT(Args, Contains("-D__SANITIZE_ADDRESS__=1"));
  EXPECT_THAT(Args, Not(Contains("-fsanitize=address")));
}

TEST(ParseCommand, LaunchersAreNotAsked) {
  EXPECT_EQ(parse({"env", "A=B", "ccache", "gcc", "-c", "a.c"}),
            parse({"gcc", "-c", "a.c"}));
}

TEST(ParseCommand, ThirtyTwoBits) {
  EXPECT_EQ(parseError({"gcc", "-m32"},
                       "_Static_assert(sizeof(void *) == 4, \"\");\n"),
            "");
}

TEST(ParseCommand, AMissingCompilerIsAnError) {
  auto Args = parseCommand({"gcc-of-old", "-c", "a.c"}, "/", "a.c");
  ASSERT_FALSE(static_cast<bool>(Args));
  EXPECT_EQ(llvm::toString(Args.takeError()),
            "compiler 'gcc-of-old' is not in PATH");
}

} // namespace
} // namespace spile
