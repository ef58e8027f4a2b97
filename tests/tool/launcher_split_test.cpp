#include "tool/launcher_split.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace spile {
namespace {

using testing::ElementsAre;
using Strings = std::vector<std::string>;

CommandLine read(const Strings &Command) {
  auto Line = readCommandLine(Command, "/");
  EXPECT_TRUE(static_cast<bool>(Line));
  return Line ? *Line : CommandLine();
}

SourcePlan plan(const std::string &Source, bool Rewritten = true) {
  SourcePlan Plan;
  Plan.Source = Source;
  if (Rewritten)
    Plan.Files.push_back({});
  return Plan;
}

TEST(Split, OnlyForSeveralFolders) {
  EXPECT_FALSE(needsSplit({plan("a.c"), plan("b.c")}));
  EXPECT_FALSE(needsSplit({plan("src/a.c"), plan("src/b.c")}));
  EXPECT_TRUE(needsSplit({plan("src/a.c"), plan("lib/b.c")}));
  EXPECT_FALSE(needsSplit({plan("src/a.c"), plan("lib/b.c", false)}));
}

TEST(Split, QuoteFolders) {
  EXPECT_EQ(quoteFolder("src/a.c"), "src");
  EXPECT_EQ(quoteFolder("/x/a.c"), "/x");
  EXPECT_EQ(quoteFolder("a.c"), "./.");
  EXPECT_EQ(quoteFolder("./a.c"), ".");
}

TEST(Split, OneInput) {
  CommandLine Line = read({"gcc", "-O2", "a.c", "b.o", "c.c", "-o", "p"});
  EXPECT_THAT(plainCommand(onlyInput(Line, Line.Inputs[2].Token)),
              ElementsAre("gcc", "-O2", "c.c", "-o", "p"));
  EXPECT_EQ(onlyInput(Line, Line.Inputs[2].Token).Inputs.size(), 1u);
}

TEST(Split, ATryWritesNothing) {
  CommandLine Line = read(
      {"gcc", "-MD", "-MF", "x.d", "--coverage", "-c", "a.c", "-o", "a.o"});
  EXPECT_THAT(plainCommand(tryInput(Line, Line.Inputs[0].Token)),
              ElementsAre("gcc", "-c", "a.c"));
}

TEST(Split, LinksThatNameFilesAfterTheirSources) {
  EXPECT_TRUE(canSplitLink(read({"gcc", "a.c", "b/b.c", "-o", "p"})));
  for (const char *Option :
       {"-MD", "-Wp,-MMD,x.d", "--coverage", "-save-temps", "-gsplit-dwarf"})
    EXPECT_FALSE(canSplitLink(read({"gcc", Option, "a.c"}))) << Option;
}

} // namespace
} // namespace spile
