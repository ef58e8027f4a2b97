#include "tool/launcher_depfile.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace spile {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> depfiles(const std::vector<std::string> &Command) {
  auto Line = readCommandLine(Command, "/");
  EXPECT_TRUE(static_cast<bool>(Line));
  return Line ? depfilesOf(*Line) : std::vector<std::string>();
}

TEST(EditDepfile, RenamesTheSource) {
  DepfileEdit Edit{{{"/tmp/T/a.c", "src/a.c"}}, {}};
  EXPECT_EQ(editDepfile("a.o: /tmp/T/a.c x.h\n", Edit), "a.o: src/a.c x.h\n");
}

TEST(EditDepfile, RenamesAsMakeReads) {
  DepfileEdit Edit{{{"/tmp/T/my a.c", "my src/$a.c"}}, {}};
  EXPECT_EQ(editDepfile("a.o: /tmp/T/my\\ a.c\n", Edit),
            "a.o: my\\ src/$$a.c\n");
}

TEST(EditDepfile, AddsToTheFirstRuleOnly) {
  DepfileEdit Edit{{}, {".spile.yaml"}};
  EXPECT_EQ(editDepfile("a.o: a.c \\\n x.h\nx.h:\n", Edit),
            "a.o: a.c \\\n x.h \\\n  .spile.yaml\nx.h:\n.spile.yaml:\n");
  EXPECT_EQ(editDepfile("a.o: a.c", Edit),
            "a.o: a.c \\\n  .spile.yaml\n.spile.yaml:\n");
}

TEST(EditDepfile, NothingToDo) {
  EXPECT_EQ(editDepfile("a.o: a.c\n", {}), "a.o: a.c\n");
  EXPECT_EQ(editDepfile("", {{}, {"c"}}), "");
}

TEST(DepfilesOf, NamedAndDefault) {
  EXPECT_THAT(depfiles({"gcc", "-c", "a.c"}), IsEmpty());
  EXPECT_THAT(depfiles({"gcc", "-MD", "-MF", "x.d", "-c", "a.c"}),
              ElementsAre("x.d"));
  EXPECT_THAT(depfiles({"gcc", "-Wp,-MMD,.a.d", "-c", "a.c"}),
              ElementsAre(".a.d"));
  EXPECT_THAT(depfiles({"gcc", "-MMD", "-c", "src/a.c", "-o", "out/b.o"}),
              Contains("out/b.d"));
  EXPECT_THAT(depfiles({"gcc", "-MD", "-c", "src/a.c"}), Contains("a.d"));
  EXPECT_THAT(depfiles({"gcc", "-MD", "src/a.c", "-o", "prog"}),
              Contains("prog-a.d"));
}

} // namespace
} // namespace spile
