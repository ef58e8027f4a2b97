#include "rewriters/rewrite_file.h"
#include "rewriters/strip.h"
#include <gtest/gtest.h>

namespace spile {
namespace {

FunctionSite siteAt(llvm::StringRef Text, llvm::StringRef Behind,
                    std::string Name) {
  FunctionSite Site;
  Site.Name = std::move(Name);
  Site.BodyOffset = static_cast<unsigned>(Text.find(Behind) + Behind.size());
  Site.What = Verdict::Instrument;
  return Site;
}

std::string failure(llvm::Expected<EditSet> Edits) {
  return Edits ? "" : llvm::toString(Edits.takeError());
}

TEST(FileEdits, InsertsScopesAndTheInclude) {
  llvm::StringRef Text = "\nint f(void) {return 1;}\n";
  auto Edits = fileEdits(Text, {siteAt(Text, "{", "f")}, {{1, 24}}, Clock::Tsc);
  ASSERT_TRUE(bool(Edits));
  EXPECT_EQ(applyEdits(Text, *Edits),
            "#include <spile/scope.h>\n"
            "int f(void) { SPILE_SCOPE(\"f\");return 1;}\n");
}

TEST(FileEdits, IsEmptyWithoutASite) {
  FunctionSite Left = siteAt("{", "{", "f");
  Left.What = Verdict::Leave;
  auto Edits = fileEdits("int f(void) {}\n", {Left}, {}, Clock::Tsc);
  ASSERT_TRUE(bool(Edits));
  EXPECT_TRUE(Edits->empty());
}

TEST(FileEdits, TakesASiteOfTwoCommandsOnce) {
  llvm::StringRef Text = "\nint f(void) {}\n";
  FunctionSite Site = siteAt(Text, "{", "f");
  auto Edits = fileEdits(Text, {Site, Site}, {}, Clock::Tsc);
  ASSERT_TRUE(bool(Edits));
  EXPECT_EQ(Edits->edits().size(), 2u);
}

TEST(FileEdits, RefusesAPlaceThatIsNoBrace) {
  FunctionSite Site = siteAt("int f(void)", "int f(void)", "f");
  EXPECT_EQ(failure(fileEdits("int f(void) {}\n", {Site}, {}, Clock::Tsc)),
            "no opening brace before byte 11 (f)");
  Site.BodyOffset = 99;
  EXPECT_EQ(failure(fileEdits("{}", {Site}, {}, Clock::Tsc)),
            "no opening brace before byte 99 (f)");
}

TEST(FileEdits, RefusesTwoFunctionsAtOnePlace) {
  llvm::StringRef Text = "\nint f(void) {}\n";
  EXPECT_NE(
      failure(fileEdits(Text, {siteAt(Text, "{", "f"), siteAt(Text, "{", "g")},
                        {}, Clock::Tsc)),
      "");
}

// A text that strip() would change cannot be given back: it is refused.
TEST(FileEdits, RefusesWhatStripWouldNotGiveBack) {
  llvm::StringRef Text =
      "\nint f(void) {}\nint g(void) { SPILE_SCOPE(\"mine\"); }\n";
  EXPECT_NE(failure(fileEdits(Text, {siteAt(Text, "{", "f")}, {}, Clock::Tsc)),
            "");
}

} // namespace
} // namespace spile
