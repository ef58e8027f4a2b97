#include "tool/launcher_alarms.h"
#include <gmock/gmock.h>

namespace spile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char *Gcc =
    "b.c: In function 'init':\n"
    "b.c:24:14: error: 'cache' may be used uninitialized "
    "[-Werror=maybe-uninitialized]\n"
    "   24 |         *out = cache;\n"
    "cc1: all warnings being treated as errors\n";
constexpr const char *Clang =
    "b.c:1:2: error: unused variable 'x' "
    "[-Werror,-Wunused-variable]\n1 error generated.\n";

TEST(Alarms, ErrorsOfWerror) {
  EXPECT_THAT(errorsThatAreWarnings(Gcc), ElementsAre("maybe-uninitialized"));
  EXPECT_THAT(errorsThatAreWarnings(Clang), ElementsAre("unused-variable"));
  EXPECT_THAT(errorsThatAreWarnings(std::string(Gcc) + Clang),
              ElementsAre("maybe-uninitialized", "unused-variable"));
}

TEST(Alarms, AnyOtherErrorIsTheLastWord) {
  for (const char *Other : {"b.c:3:1: error: expected ';'\n",
                            "b.c:3:1: fatal error: no such file\n",
                            "ld: a.o: undefined reference to `gone'\n"})
    EXPECT_THAT(errorsThatAreWarnings(std::string(Gcc) + Other), IsEmpty());
  EXPECT_THAT(errorsThatAreWarnings("b.c:1:1: warning: x [-Wunused]\n"),
              IsEmpty());
}

TEST(Alarms, OnlySomeMayComeOfTheEdit) {
  EXPECT_THAT(possibleAlarms("b.c:1:1: warning: x [-Wmaybe-uninitialized]\n"
                             "b.c:2:1: warning: y [-Wunused-variable]\n"
                             "b.c:3:1: warning: z [-Wstringop-overflow=]\n"
                             "b.c:4:1: warning: a "
                             "[-Walloc-size-larger-than=]\n"),
              ElementsAre("alloc-size-larger-than=", "maybe-uninitialized",
                          "stringop-overflow="));
  EXPECT_THAT(possibleAlarms("b.c:2:1: warning: y [-Wshadow]\nno [-W here\n"),
              IsEmpty());
}

TEST(Alarms, LinesThatWereEdited) {
  EXPECT_TRUE(pointAtLines("src/a.c:2:19: warning: x\n", {2, 9}));
  EXPECT_TRUE(pointAtLines("1 warning\na.c:9:19: note: x\n", {2, 9}));
  EXPECT_FALSE(pointAtLines("src/a.c:1:5: warning: x\n", {2, 9}));
  EXPECT_FALSE(pointAtLines("    2 | int x;\n2 warnings\n", {2, 9}));
  EXPECT_FALSE(pointAtLines("", {2, 9}));
}

TEST(Alarms, InColour) {
  EXPECT_THAT(possibleAlarms("\033[01m\033[Kb.c:1:1:\033[m\033[K "
                             "\033[01;35m\033[Kwarning: \033[m\033[Kx "
                             "[\033[01;35m\033[K-Wrestrict\033[m\033[K]\n"),
              ElementsAre("restrict"));
}

} // namespace
} // namespace spile
