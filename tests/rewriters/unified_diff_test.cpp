#include "rewriters/unified_diff.h"
#include <gtest/gtest.h>

namespace spile {
namespace {

std::string diffOf(llvm::StringRef Original, EditSet Old, EditSet New) {
  return unifiedDiff({"d/a.c", Original, std::move(Old), std::move(New)});
}

EditSet edits(std::vector<Edit> All) {
  EditSet Out;
  for (Edit &E : All)
    Out.add(std::move(E));
  return Out;
}

TEST(UnifiedDiff, IsEmptyWithoutAChange) {
  EXPECT_EQ(diffOf("a\n", {}, {}), "");
  EXPECT_EQ(diffOf("a\n", edits({{0, "x"}}), edits({{0, "x"}})), "");
}

TEST(UnifiedDiff, ShowsThreeLinesAround) {
  EXPECT_EQ(diffOf("1\n2\n3\n4\n5\n6\n7\n8\n9\n", {}, edits({{8, "x"}})),
            "diff --git a/d/a.c b/d/a.c\n--- a/d/a.c\n+++ b/d/a.c\n"
            "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x5\n 6\n 7\n 8\n");
}

TEST(UnifiedDiff, JoinsNearHunksAndPartsFarOnes) {
  // Differences on lines 1 and 8: six lines between, one hunk.
  std::string Ten = "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n";
  std::string Near = diffOf(Ten, {}, edits({{0, "x"}, {14, "x"}}));
  EXPECT_NE(Near.find("@@ -1,10 +1,10 @@"), std::string::npos) << Near;
  // On lines 1 and 9: seven lines between, two hunks.
  std::string Far = diffOf(Ten, {}, edits({{0, "x"}, {16, "x"}}));
  EXPECT_NE(Far.find("@@ -1,4 +1,4 @@"), std::string::npos) << Far;
  EXPECT_NE(Far.find("@@ -6,5 +6,5 @@"), std::string::npos) << Far;
}

TEST(UnifiedDiff, CountsAddedLines) {
  EXPECT_EQ(diffOf("a\nb\n", {}, edits({{0, "1\n2\n"}, {2, "x"}})),
            "diff --git a/d/a.c b/d/a.c\n--- a/d/a.c\n+++ b/d/a.c\n"
            "@@ -1,2 +1,4 @@\n-a\n-b\n+1\n+2\n+a\n+xb\n");
}

TEST(UnifiedDiff, SaysWhenTheLastLineHasNoEnd) {
  EXPECT_EQ(diffOf("a", {}, edits({{1, "x"}})),
            "diff --git a/d/a.c b/d/a.c\n--- a/d/a.c\n+++ b/d/a.c\n"
            "@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n"
            "+ax\n\\ No newline at end of file\n");
}

TEST(UnifiedDiff, GoesFromOldInsertionsToNewOnes) {
  EXPECT_EQ(diffOf("a\n", edits({{0, "old "}}), edits({{0, "new "}})),
            "diff --git a/d/a.c b/d/a.c\n--- a/d/a.c\n+++ b/d/a.c\n"
            "@@ -1,1 +1,1 @@\n-old a\n+new a\n");
}

} // namespace
} // namespace spile
