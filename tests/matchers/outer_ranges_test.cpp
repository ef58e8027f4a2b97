// The ranges an include must stay out of: the marked ones.
#include "tests/matchers/select_in.h"
#include <gtest/gtest.h>

namespace spile::test {
namespace {

void expectOuter(const char *Marked, Input In = {}) {
  SCOPED_TRACE(Marked);
  const MarkedCode Code(Marked);
  In.Text = Code.Text;
  const Selection S = selectIn(In, takesAll());
  ASSERT_FALSE(S.Files.empty());
  std::string Expected, Actual;
  for (const auto &[Begin, End] : Code.Ranges)
    Expected += "<" + Code.Text.substr(Begin, End - Begin) + ">\n";
  for (const OuterRange &R : S.Files[0].Outer)
    Actual += "<" + Code.Text.substr(R.Begin, R.End - R.Begin) + ">\n";
  EXPECT_EQ(Actual, Expected);
}

TEST(OuterRanges, CoverDeclarations) {
  const char *Cases[] = {
      "[[int a;]]\n[[int f() { return 1; }]] // text\n",
      "[[int a;]] [[int f() { return 1; }]]",
      "[[int a, b;]]\n[[void f() {}]]",
      "[[struct A { int x; } a;]]\n[[void f() {}]]",
      "[[typedef struct { int x; } T;]]\n[[void f() {}]]",
      "[[namespace n { int a; void f() {} }]]\n[[int b;]]",
      "[[extern \"C\" {\nvoid f() {}\n}]]\n",
      "[[extern \"C\" void f() {}]]\n[[extern \"C\" int x;]]",
      "[[template <class T>\nvoid f() {}]]\n",
      "[[__attribute__((noinline))\nvoid f() {}]]\n",
      "[[[ [noreturn] ]\nvoid f() { for (;;) ; }]]\n",
      "#define API\n[[API\nvoid f() {}]]\n",
      "#define VAR(n) int n\n[[VAR(a);]]\n[[void f() {}]]",
      "#define VAR(n) int n;\n[[VAR(a)]]\n[[void f() {}]]",
      "[[int g() __attribute__((cold));]]\n[[void f() {}]]",
      "[[static_assert(true, \"\");]]\n[[void f() {}]]",
      "[[class A { void m() {} };]]\n",
      "#if 1\n[[int a;]]\n#endif\n[[void f() {}]]\n",
      "#if 0\nint no;\n#endif\n[[void f() {}]]\n",
  };
  for (const char *Case : Cases)
    expectOuter(Case);
}

TEST(OuterRanges, CoverAScopeThatOtherFilesOpenAndClose) {
  Input In;
  In.Files = {{"/src/begin.h", "extern \"C\" {\n"}, {"/src/end.h", "}\n"}};
  expectOuter("[[int a;]]\n#include [[\"begin.h\"\nvoid f() {}\n#include "
              "]]\"end.h\"\n[[int b;]]\n",
              In);
}

TEST(OuterRanges, IgnoreWhatIsInAHeader) {
  Input In;
  In.Files = {{"/src/a.h", "int a; namespace n { int b; }\n"}};
  expectOuter("#include \"a.h\"\n[[void f() {}]]\n", In);
}

TEST(OuterRanges, CoverAFileThatIsIncludedInsideOfAScope) {
  Input In{"namespace n {\n#include \"x.h\"\n}\n",
           {},
           "/src/input.cpp",
           {{"/src/x.h", "inline void f() {}\n"}}};
  const Selection S =
      selectIn(In, configOf("headers: true\ninstrument: {functions: '*'}"));
  ASSERT_EQ(S.Files.size(), 1u);
  EXPECT_EQ(S.Files[0].Outer, (std::vector<OuterRange>{{0, 19}}));
}

} // namespace
} // namespace spile::test
