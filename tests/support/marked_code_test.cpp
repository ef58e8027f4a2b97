#include "tests/support/marked_code.h"
#include <gtest/gtest.h>

namespace spile::test {
namespace {

using Ranges = std::vector<std::pair<unsigned, unsigned>>;

TEST(MarkedCode, TakesTheMarksOut) {
  const MarkedCode Code("int [[f]](int a) {^ return [[[[a]] + 1]]; }");
  EXPECT_EQ(Code.Text, "int f(int a) { return a + 1; }");
  EXPECT_EQ(Code.Ranges, (Ranges{{4, 5}, {22, 23}, {22, 27}}));
  EXPECT_EQ(Code.Points, std::vector<unsigned>{14});
}

TEST(MarkedCode, LeavesIndexBracketsAlone) {
  const MarkedCode Code("int a = b[c[0]];");
  EXPECT_EQ(Code.Text, "int a = b[c[0]];");
  EXPECT_TRUE(Code.Ranges.empty());
}

TEST(LineAndColumn, CountsFromOne) {
  EXPECT_EQ(lineAndColumn("ab\ncd", 0), std::pair(1u, 1u));
  EXPECT_EQ(lineAndColumn("ab\ncd", 4), std::pair(2u, 2u));
}

} // namespace
} // namespace spile::test
