#include "rewriters/include_header.h"
#include <gtest/gtest.h>

namespace spile {
namespace {

// The text with its include; '@' marks where edits are, "[" and "]" the
// outermost declarations.
std::string placed(llvm::StringRef Marked, Clock Kind = Clock::Tsc) {
  std::string Text;
  EditSet Sites;
  std::vector<OuterRange> Outer;
  for (char C : Marked) {
    auto Here = static_cast<unsigned>(Text.size());
    if (C == '@')
      Sites.add({Here, "!"});
    else if (C == '[')
      Outer.push_back({Here, 0});
    else if (C == ']')
      Outer.back().End = Here;
    else
      Text += C;
  }
  EditSet Only;
  Only.add(includeEdit(Text, Outer, Sites, Kind));
  return applyEdits(Text, Only);
}

TEST(IncludeHeader, PrefersABlankLineBehindTheIncludes) {
  EXPECT_EQ(placed("// a\n\n#include <b>\n\n[int f() {@}]\n"),
            "// a\n\n#include <b>\n#include <spile/scope.h>\n"
            "int f() {}\n");
}

TEST(IncludeHeader, StandsBeforeAComment) {
  EXPECT_EQ(placed("#include <b>\n/* doc\n */\n[int f() {@}]\n"),
            "#include <b>\n#include <spile/scope.h> /* doc\n */\nint f() {}\n");
}

TEST(IncludeHeader, TakesTheTopWithoutIncludes) {
  EXPECT_EQ(placed("/* licence */\n\n[int f() {@}]\n"),
            "#include <spile/scope.h> /* licence */\n\nint f() {}\n");
}

TEST(IncludeHeader, AddsLinesOnlyWhereNoneServes) {
  EXPECT_EQ(placed("[int f() {@}]\n\n"),
            "#include <spile/scope.h>\n#line 1\nint f() {}\n\n");
  EXPECT_EQ(placed("[int f() {@}]\r\n"),
            "#include <spile/scope.h>\r\n#line 1\r\nint f() {}\r\n");
  EXPECT_EQ(placed("\xEF\xBB\xBF[int f() {@}]\n"),
            "\xEF\xBB\xBF#include <spile/scope.h>\n#line 1\nint f() {}\n");
}

TEST(IncludeHeader, StaysOutOfDeclarations) {
  EXPECT_EQ(
      placed("[namespace a {\n\nint f() {@}\n}]\n"),
      "#include <spile/scope.h>\n#line 1\nnamespace a {\n\nint f() {}\n}\n");
  EXPECT_EQ(placed("[struct s {\n\n};]\n\n[int f() {@}]\n"),
            "struct s {\n\n};\n#include <spile/scope.h>\nint f() {}\n");
}

TEST(IncludeHeader, StaysOutOfConditionsThatAnEditIsNotUnder) {
  EXPECT_EQ(placed("#ifdef A\n\n#include <a>\n\n#endif\n\n[int f() {@}]\n"),
            "#ifdef A\n\n#include <a>\n\n#endif\n#include <spile/scope.h>\n"
            "int f() {}\n");
  EXPECT_EQ(
      placed("\n#ifdef A\n\n[int f() {@}]\n#else\n[int g() {@}]\n#endif\n"),
      "#include <spile/scope.h>\n#ifdef A\n\nint f() {}\n#else\n"
      "int g() {}\n#endif\n");
}

TEST(IncludeHeader, GoesInsideAnIncludeGuard) {
  EXPECT_EQ(
      placed("#ifndef H\n#define H\n\n[int f() {@}]\n#endif\n"),
      "#ifndef H\n#define H\n#include <spile/scope.h>\nint f() {}\n#endif\n");
}

TEST(IncludeHeader, KeepsCarriageReturns) {
  EXPECT_EQ(placed("#include <b>\r\n\r\n[int f() {@}]\r\n"),
            "#include <b>\r\n#include <spile/scope.h>\r\nint f() {}\r\n");
}

TEST(IncludeHeader, IsNeverBehindTheFirstUse) {
  EXPECT_EQ(placed("[int f() {@}]\n\n#include <b>\n\n[int g() {@}]\n"),
            "#include <spile/scope.h>\n#line 1\nint f() {}\n\n#include <b>\n\n"
            "int g() {}\n");
}

TEST(IncludeHeader, NamesTheClock) {
  EXPECT_EQ(placed("\n[int f() {@}]\n", Clock::ThreadCpu),
            "#include <spile/scope_thread_cpu.h>\nint f() {}\n");
  EXPECT_EQ(placed("\n[int f() {@}]\n", Clock::Monotonic),
            "#include <spile/scope_monotonic.h>\nint f() {}\n");
}

} // namespace
} // namespace spile
