#include "tool/merge_sites.h"
#include <gtest/gtest.h>

namespace spile {
namespace {

FunctionSite site(unsigned Line, Verdict What, std::string Why = "") {
  FunctionSite Site;
  Site.Name = "f";
  Site.File = "/a.c";
  Site.Line = Line;
  Site.What = What;
  Site.Why = std::move(Why);
  return Site;
}

Selection with(std::vector<FunctionSite> Sites,
               std::vector<OuterRange> Outer = {}) {
  Selection Out;
  Out.Sites = std::move(Sites);
  Out.Files = {{"/a.c", true, std::move(Outer)}};
  return Out;
}

Selection merged(const Selection &A, const Selection &B) {
  Selection Out;
  mergeFile(Out, A, "/a.c", "/a.c");
  mergeFile(Out, B, "/a.c", "/a.c");
  return Out;
}

TEST(MergeSites, TakesAFunctionOnceAndSorts) {
  Selection Out =
      merged(with({site(5, Verdict::Instrument)}),
             with({site(2, Verdict::Leave), site(5, Verdict::Instrument)}));
  ASSERT_EQ(Out.Sites.size(), 2u);
  EXPECT_EQ(Out.Sites[0].Line, 2u);
  EXPECT_EQ(Out.Sites[1].Line, 5u);
}

// Never a wrong program: one command that must skip it decides.
TEST(MergeSites, SkipWinsOverInstrumentAndThatOverLeave) {
  auto Of = [](Verdict A, Verdict B) {
    Selection Out = merged(with({site(1, A)}), with({site(1, B)}));
    EXPECT_EQ(Out.Sites.size(), 1u);
    return Out.Sites[0].What;
  };
  EXPECT_EQ(Of(Verdict::Instrument, Verdict::Skip), Verdict::Skip);
  EXPECT_EQ(Of(Verdict::Skip, Verdict::Instrument), Verdict::Skip);
  EXPECT_EQ(Of(Verdict::Leave, Verdict::Instrument), Verdict::Instrument);
  EXPECT_EQ(Of(Verdict::Instrument, Verdict::Leave), Verdict::Instrument);
}

// int KIND(int x) { ... }, once with -DKIND=one, once with -DKIND=two.
TEST(MergeSites, OneTextOfTwoNamesIsSkippedAndTheRestIsNot) {
  FunctionSite One = site(1, Verdict::Instrument), Two = One, Other = One;
  One.BodyOffset = Two.BodyOffset = 20;
  Two.Name = "two";
  Other.BodyOffset = 50;
  Other.Line = 3;
  Selection Out = merged(with({One, Other}), with({Two, Other}));
  ASSERT_EQ(Out.Sites.size(), 3u);
  EXPECT_EQ(Out.Sites[0].What, Verdict::Skip);
  EXPECT_EQ(Out.Sites[1].What, Verdict::Skip);
  EXPECT_EQ(Out.Sites[2].What, Verdict::Instrument);
  // A third name, of a command that comes later.
  Two.Name = "three";
  mergeFile(Out, with({Two}), "/a.c", "/a.c");
  ASSERT_EQ(Out.Sites.size(), 4u);
  EXPECT_EQ(Out.Sites[1].Name, "three");
  EXPECT_EQ(Out.Sites[1].What, Verdict::Skip);
}

TEST(MergeSites, OneMergedFormServesAll) {
  FunctionSite Inline = site(1, Verdict::Instrument);
  Inline.Merged = true;
  for (auto [A, B] : {std::pair(Inline, site(1, Verdict::Instrument)),
                      std::pair(site(1, Verdict::Instrument), Inline)})
    EXPECT_TRUE(merged(with({A}), with({B})).Sites[0].Merged);
}

TEST(MergeSites, UnitesTheOutermostDeclarations) {
  Selection Out =
      merged(with({}, {{0, 5}, {9, 12}}), with({}, {{0, 5}, {6, 8}}));
  ASSERT_EQ(Out.Files.size(), 1u);
  EXPECT_EQ(Out.Files[0].Outer,
            (std::vector<OuterRange>{{0, 5}, {6, 8}, {9, 12}}));
}

TEST(MergeSites, PassesOtherFilesOver) {
  Selection Other = with({site(1, Verdict::Instrument)});
  Other.Sites[0].File = Other.Files[0].File = "/b.c";
  Selection Out;
  mergeFile(Out, Other, "/a.c", "/a.c");
  EXPECT_TRUE(Out.Sites.empty());
  EXPECT_TRUE(Out.Files.empty());
  mergeFile(Out, Other, "/b.c", "/a.c"); // a link to it
  ASSERT_EQ(Out.Sites.size(), 1u);
  EXPECT_EQ(Out.Sites[0].File, "/a.c");
  EXPECT_EQ(Out.Files[0].File, "/a.c");
}

} // namespace
} // namespace spile
