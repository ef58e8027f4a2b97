#include "rewriters/source_lines.h"
#include <gtest/gtest.h>

namespace spile {
namespace {

// One letter a line: b blank, c comment, i include, . other; capital or '-'
// when it does not begin whole.
std::string shape(llvm::StringRef Text) {
  std::string Out;
  for (const SourceLine &Line : sourceLines(Text)) {
    char C = Line.Include ? 'i' : Line.Blank ? 'b' : Line.Comment ? 'c' : '.';
    Out += Line.Whole ? C : (C == '.' ? '-' : static_cast<char>(toupper(C)));
  }
  return Out;
}

TEST(SourceLines, KnowsBlankCommentAndInclude) {
  EXPECT_EQ(shape("#include <a>\n\n/* c */\n// d\nint x;\n"), "ibcc.");
}

TEST(SourceLines, SeesInsideOfCommentsAndRawStrings) {
  EXPECT_EQ(shape("/* a\n\n*/\nint x;\n"), "cB-.");
  EXPECT_EQ(shape("auto s = R\"(\n\n)\";\n\n"), ".B-b");
}

TEST(SourceLines, SeesContinuedDirectives) {
  EXPECT_EQ(shape("#define A \\\n\n\n"), ".Bb");
  EXPECT_EQ(shape("#define A \\\r\n\r\n\r\n"), ".Bb");
}

TEST(SourceLines, SeesOpenParentheses) {
  EXPECT_EQ(shape("int f(int a,\n\n int b);\n\n"), ".B-b");
}

TEST(SourceLines, CommentThatCodeFollowsIsNone) {
  EXPECT_EQ(shape("/* a */ int x;\n"), ".");
  EXPECT_EQ(shape("/* a\n */ int x;\n"), ".-");
  EXPECT_EQ(shape("/* a */ /* b\n */ // c\n"), "c-");
  EXPECT_EQ(shape("/* no end\n"), ".");
}

TEST(SourceLines, LastLineWithoutEnd) { EXPECT_EQ(shape("int x;\n "), ".b"); }

TEST(SourceLines, ConditionalsNestAndBranch) {
  auto Lines =
      sourceLines("#if A\n1\n#ifdef B\n2\n#endif\n#else\n3\n#endif\n4\n");
  ASSERT_EQ(Lines.size(), 9u);
  EXPECT_EQ(Lines[1].Inside, (std::vector<Branch>{{0, 0}}));
  EXPECT_EQ(Lines[3].Inside, (std::vector<Branch>{{0, 0}, {1, 0}}));
  EXPECT_EQ(Lines[6].Inside, (std::vector<Branch>{{0, 1}}));
  EXPECT_TRUE(Lines[8].Inside.empty());
}

TEST(SourceLines, StrayQuotesOfInactiveTextEndWithTheirLine) {
  EXPECT_EQ(shape("#if 0\n don't\n#endif\n\n"), "...b");
}

TEST(SourceLines, LineAtFindsTheLineOfAByte) {
  auto Lines = sourceLines("a\nbc\n");
  EXPECT_EQ(lineAt(Lines, 1).Offset, 0u);
  EXPECT_EQ(lineAt(Lines, 2).Offset, 2u);
  EXPECT_EQ(lineAt(Lines, 5).Offset, 2u);
}

} // namespace
} // namespace spile
