#include "matchers/pattern.h"
#include <gtest/gtest.h>

namespace spile {
namespace {

TEST(NamePattern, Matches) {
  struct {
    const char *Pattern, *Name;
    bool Matches;
  } const Cases[] = {
      {"f", "f", true},
      {"f", "n::f", false},
      {"::f", "f", true},
      {"n::f", "n::f", true},
      {"mk_*", "mk_a", true},
      {"mk_*", "xmk_a", false},
      {"*", "n::A::m", true},
      {"n::*", "n::A::m", true},
      {"*::m", "n::A::m", true},
      {"*::m", "m", false},
      {"f?", "f1", true},
      {"f?", "f", false},
      {"f[0-9]", "f1", true},
      {"f[!0-9]", "f1", false},
      {"f[!0-9]", "fx", true},
      {"a.c", "abc", false},
      {"a+", "aa", false},
      {"f\\*", "f*", true},
      {"f\\*", "fx", false},
      {"A::operator[]", "A::operator[]", true},
      {"*operator[]", "A::operator[]", true},
      {"A::operator()", "A::operator()", true},
      {"A::operator*", "A::operator*", true},
      {"(anonymous namespace)::*", "(anonymous namespace)::f", true},
      {"*(lambda)", "f::(lambda)", true},
      {"/^mk_(a|b)$/", "mk_b", true},
      {"/^mk_(a|b)$/", "mk_bc", false},
      {"/_b/", "a_b_c", true},
      {"f", "F", false},
  };
  for (const auto &C : Cases) {
    auto Pattern = NamePattern::create(C.Pattern);
    ASSERT_TRUE(bool(Pattern)) << llvm::toString(Pattern.takeError());
    EXPECT_EQ(Pattern->matches(C.Name), C.Matches)
        << C.Pattern << " on " << C.Name;
  }
}

TEST(NamePattern, KnowsPlainNames) {
  EXPECT_EQ(NamePattern::create("::n::f")->exact(), "n::f");
  EXPECT_EQ(NamePattern::create("A::operator[]")->exact(), "A::operator[]");
  EXPECT_FALSE(NamePattern::create("f*")->exact());
  EXPECT_FALSE(NamePattern::create("/f/")->exact());
}

TEST(NamePattern, RefusesMalformedOnes) {
  const std::pair<const char *, const char *> Cases[] = {
      {"", "the pattern is empty"},
      {"f[a", "a [ without its ]; write \\[ for the character itself"},
      {"f*\\", "a \\ at the end escapes nothing"},
      {"/f(/", "parentheses not balanced"},
      {"/*/", "repetition-operator operand invalid"},
      {"f[z-a]", "invalid character range"},
  };
  for (const auto &[Text, Why] : Cases) {
    auto Pattern = NamePattern::create(Text);
    ASSERT_FALSE(bool(Pattern)) << Text;
    EXPECT_EQ(llvm::toString(Pattern.takeError()), Why) << Text;
  }
}

TEST(FilePattern, Matches) {
  struct {
    const char *Pattern, *Path;
    bool Matches;
  } const Cases[] = {
      {"a.c", "/p/a.c", true},
      {"a.c", "/p/src/a.c", false},
      {"*.c", "/p/a.c", true},
      {"*.c", "/p/src/a.c", false},
      {"**/*.c", "/p/src/x/a.c", true},
      {"**/*.c", "/p/a.c", true},
      {"src/**", "/p/src/x/a.c", true},
      {"src/**", "/p/srcs/a.c", false},
      {"src/*", "/p/src/a.c", true},
      {"src/*", "/p/src/x/a.c", false},
      {"src/", "/p/src/x/a.c", true},
      {"src/**/a.c", "/p/src/a.c", true},
      {"src/**/a.c", "/p/src/x/y/a.c", true},
      {"src/**/a.c", "/p/src/xa.c", false},
      {"**", "/q/a.c", false},
      {"../q/*", "/q/a.c", true},
      {"./src/*", "/p/src/a.c", true},
      {"/q/**", "/q/x/a.c", true},
      {"a?.c", "/p/ab.c", true},
      {"a?c", "/p/a/c", false},
      {"[ab].c", "/p/b.c", true},
      {"a.c", "/p/axc", false},
  };
  for (const auto &C : Cases) {
    auto Pattern = FilePattern::create(C.Pattern, "/p");
    ASSERT_TRUE(bool(Pattern)) << llvm::toString(Pattern.takeError());
    EXPECT_EQ(Pattern->matches(C.Path), C.Matches)
        << C.Pattern << " on " << C.Path;
  }
}

TEST(FilePattern, TheFoldersNameIsNoPattern) {
  auto Pattern = FilePattern::create("*.c", "/p+q (1)");
  ASSERT_TRUE(bool(Pattern));
  EXPECT_TRUE(Pattern->matches("/p+q (1)/a.c"));
}

} // namespace
} // namespace spile
