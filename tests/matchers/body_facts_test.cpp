// countStatements(): what is one statement.
#include "tests/matchers/select_in.h"
#include <gtest/gtest.h>

namespace spile::test {
namespace {

TEST(CountStatements, CountsWhatIsWritten) {
  const std::pair<const char *, unsigned> Cases[] = {
      {"void f() {}", 0},
      {"void f() { ; ; {} }", 0},
      {"void f() { int a, b; }", 1},
      {"void f(int a) { a = 1, a = 2; }", 1},
      {"void f(int a) { { { a = 1; } } }", 1},
      {"void f(int a) { if (a) a = 1; }", 2},
      {"void f(int a) { if (int b = a) a = b; }", 2},
      {"void f(int a) { if (a) { a = 1; } else if (a > 2) { a = 2; } }", 4},
      {"void f() { for (int i = 0; i < 3; ++i) { } }", 1},
      {"void f() { for (int i = 0; i < 3; ++i) int a = i; }", 2},
      {"void f(int a) { while (a) a--; do a++; while (a); }", 4},
      {"void f() { int a[3] = {}; for (int i : a) i = 1; }", 3},
      {"int f(int a) { switch (a) { case 1: return 1; default: break; } "
       "return 0; }",
       4},
      {"void f(int a) { l: a = 1; goto l; }", 2},
      {"void f() { try { throw 1; } catch (int a) { a = 2; } }", 3},
      {"void f() try { throw 1; } catch (int a) { a = 2; }", 2},
      {"int f() { return ({ int a = 1; a; }); }", 3},
      {"void f() { struct L { void m() { m(); m(); } }; }", 1},
      {"void f() { asm(\"nop\"); }", 1},
      {"template <class T> void f(T t) { t.a(); for (auto x : t) x.b(); }", 3},
  };
  for (const auto &[Code, Count] : Cases) {
    SCOPED_TRACE(Code);
    const Selection S = selectIn({Code}, takesAll());
    ASSERT_FALSE(S.Sites.empty());
    EXPECT_EQ(S.Sites[0].Statements, Count);
  }
}

} // namespace
} // namespace spile::test
