#include "rewriters/edit.h"
#include <gtest/gtest.h>

namespace spile {
namespace {

TEST(EditSet, SortsByOffset) {
  EditSet Edits;
  EXPECT_TRUE(Edits.add({4, "b"}));
  EXPECT_TRUE(Edits.add({1, "a"}));
  EXPECT_EQ(Edits.edits(), (std::vector<Edit>{{1, "a"}, {4, "b"}}));
}

TEST(EditSet, TakesTheSameEditOnce) {
  EditSet Edits;
  EXPECT_TRUE(Edits.add({1, "a"}));
  EXPECT_TRUE(Edits.add({1, "a"}));
  EXPECT_EQ(Edits.edits().size(), 1u);
}

TEST(EditSet, RefusesAnotherTextAtTheSamePlace) {
  EditSet Edits;
  Edits.add({1, "a"});
  EXPECT_FALSE(Edits.add({1, "b"}));
  EXPECT_EQ(Edits.edits(), (std::vector<Edit>{{1, "a"}}));
}

TEST(Apply, InsertsAtBeginMiddleAndEnd) {
  EditSet Edits;
  Edits.add({0, "<"});
  Edits.add({2, "|"});
  Edits.add({4, ">"});
  EXPECT_EQ(applyEdits("abcd", Edits), "<ab|cd>");
  EXPECT_EQ(applyEdits("abcd", {}), "abcd");
}

TEST(RemoveEdits, IsTheInverse) {
  EditSet Edits;
  Edits.add({0, "<"});
  Edits.add({2, "|"});
  Edits.add({4, ">"});
  auto Back = removeEdits("<ab|cd>", Edits);
  ASSERT_TRUE(bool(Back));
  EXPECT_EQ(*Back, "abcd");
}

TEST(RemoveEdits, FailsWhereAnInsertionIsMissing) {
  EditSet Edits;
  Edits.add({2, "|"});
  for (const char *Text : {"abcd", "ab", "a", ""}) {
    auto Back = removeEdits(Text, Edits);
    EXPECT_FALSE(bool(Back)) << Text;
    llvm::consumeError(Back.takeError());
  }
}

} // namespace
} // namespace spile
