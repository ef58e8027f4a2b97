// Which rule takes a function, or why none does.
#include "tests/matchers/select_in.h"
#include <gtest/gtest.h>

namespace spile::test {
namespace {

struct Case {
  const char *Config, *Code, *Expected;
};

TEST(Decide, ExplainsItself) {
  const Case Cases[] = {
      {"instrument: {functions: 'mk_*'}", "void mk_a() {} void b() {}",
       "mk_a: .spile.yaml:1: functions \"mk_*\"\nb: leave: matched by no rule"},
      {"instrument:\n  - functions: [x, 'mk_*']\n    except: [mk_s*]",
       "void mk_a() {} void mk_s() {}",
       "mk_a: .spile.yaml:2: functions \"mk_*\"\n"
       "mk_s: leave: .spile.yaml:3: except \"mk_s*\""},
      {"instrument:\n  - functions: f\n    min-statements: 3",
       "int f() { int a = 1; return a; }",
       "f: leave: .spile.yaml:3: 2 statements, fewer than 3"},
      {"instrument:\n  - min-statements: 1", "void f() {} void g() { f(); }",
       "f: leave: .spile.yaml:2: 0 statements, fewer than 1\n"
       "g: .spile.yaml:2: min-statements 1"},
      {"instrument:\n  - functions: f\n  - functions: '*'",
       "void f() {} void g() {}",
       "f: .spile.yaml:2: functions \"f\"\ng: .spile.yaml:3: functions \"*\""},
      {"instrument:\n  - functions: f\n    min-statements: 9\n  - functions: x",
       "void f() {}", "f: leave: .spile.yaml:3: 0 statements, fewer than 9"},
      {"instrument: {files: 'lib/**'}", "void f() {}",
       "f: leave: .spile.yaml:1: not in files \"lib/**\""},
      {"instrument: {files: '*.cpp'}", "void f() {}",
       "f: .spile.yaml:1: files \"*.cpp\""},
      {"instrument:\n  matcher: 'functionDecl(parameterCountIs(1))'",
       "void f(int) {} void g() {}",
       "f: .spile.yaml:2: matcher\n"
       "g: leave: .spile.yaml:2: not matched by the matcher"},
      {"instrument: {matcher: cxxMethodDecl()}",
       "struct A { void m() {} }; void f() {}",
       "A::m: .spile.yaml:1: matcher\n"
       "f: leave: .spile.yaml:1: not matched by the matcher"},
      {"instrument: {matcher: 'functionDecl(hasDescendant(callExpr(callee("
       "functionDecl(hasName(\"send\"))))))'}",
       "void send() {} void f() { send(); }",
       "send: leave: .spile.yaml:1: not matched by the matcher\n"
       "f: .spile.yaml:1: matcher"},
      {"instrument: {matcher: 'decl(hasParent(namespaceDecl()))'}",
       "namespace n { void f() {} }", "n::f: .spile.yaml:1: matcher"},
      {"instrument: [{}]", "void f() {}", "f: .spile.yaml:1: every function"},
      {"instrument: []", "void f() {}", "f: leave: matched by no rule"},
      {"instrument: []", "[[clang::annotate(\"spile\")]] void f() {}",
       "f: attribute annotate(\"spile\")"},
      {"instrument: []", "__attribute__((annotate(\"spile\"))) void f() {}",
       "f: attribute annotate(\"spile\")"},
      {"exclude: {functions: '*'}",
       "__attribute__((annotate(\"spile\"))) void f() {}",
       "f: attribute annotate(\"spile\")"},
      {"instrument: {functions: '*'}",
       "__attribute__((no_instrument_function)) void f() {}",
       "f: leave: attribute no_instrument_function"},
      {"instrument: {functions: '*'}",
       "__attribute__((no_instrument_function, annotate(\"spile\")))"
       " void f() {}",
       "f: leave: attribute no_instrument_function"},
      {"instrument: {functions: '*'}",
       "void f() __attribute__((no_instrument_function)); void f() {}",
       "f: leave: attribute no_instrument_function"},
      {"exclude:\n  functions: /^f$/\ninstrument: {functions: '*'}",
       "void f() {} void ff() {}",
       "f: leave: .spile.yaml:2: exclude functions \"/^f$/\"\n"
       "ff: .spile.yaml:3: functions \"*\""},
      {"exclude: {files: '**/*.cpp'}", "void f() {}",
       "f: leave: .spile.yaml:1: exclude files \"**/*.cpp\""},
      {"instrument: {functions: '*'}", "auto f = [] {};",
       "(lambda): leave: lambda (lambdas: true takes them)"},
      {"lambdas: true\ninstrument: {functions: '*'}", "auto f = [] {};",
       "(lambda): .spile.yaml:2: functions \"*\""},
      {"instrument: {functions: [c]}", "constexpr int c() { return 1; }",
       "c: .spile.yaml:1: functions \"c\": skip: "
       "a constexpr function may hold no static data"},
  };
  for (const Case &C : Cases) {
    SCOPED_TRACE(std::string(C.Config) + "\n" + C.Code);
    EXPECT_EQ(explain(selectIn({C.Code, {"-std=c++14"}}, configOf(C.Config))),
              C.Expected);
  }
}

std::string tiny(unsigned Statements) {
  return "f: leave: tiny leaf: " + std::to_string(Statements) +
         (Statements == 1 ? " statement" : " statements") + ", no loop or call";
}

TEST(Decide, TheDefaultLeavesTinyLeaves) {
  const std::pair<const char *, std::string> Cases[] = {
      {"void f() {}", tiny(0)},
      {"int f(int a) { return a; }", tiny(1)},
      {"int f(int a) { return __builtin_expect(a, 1); }", tiny(1)},
      {"int f(int a) { if (a) return 1; else return 2; }", tiny(3)},
      {"void f(int a) { a=1; a=2; a=3; a=4; a=5; a=6; a=7; }", tiny(7)},
      {"void f(int a) { a=1; a=2; a=3; a=4; a=5; a=6; a=7; a=8; }",
       "f: default"},
      {"int g(); int f() { return g(); }", "f: default"},
      {"int f(int (*p)()) { return p(); }", "f: default"},
      {"void f(int a) { while (a) --a; }", "f: default"},
      {"void f(int a) { do --a; while (a); }", "f: default"},
      {"void f(int a) { for (;a;) --a; }", "f: default"},
      {"void f(int a) { again: if (--a) goto again; }", "f: default"},
      {"void f(int a) { if (a) goto out; a = 1; out:; }", tiny(3)},
      {"int *f() { return new int; }", "f: default"},
      {"void f(int *p) { delete p; }", "f: default"},
      {"void f() { throw 1; }", "f: default"},
      {"struct A { A(); }; void f() { A a; }", "f: default"},
      {"struct A { int x; }; void f() { A a; A b = a; }", tiny(2)},
      {"struct A { A operator+(A); }; void f(A &a) { a + a; }", "f: default"},
      {"extern \"C\" void *memcpy(void *, const void *, unsigned long);"
       "void f(void *a) { memcpy(a, a, 1); }",
       "f: default"},
      {"int g(); struct f { int a; f() : a(g()) {} };", "f::f: default"},
      {"void f(int a) { auto l = [] { for (;;) ; }; }",
       "f: leave: tiny leaf: 1 statement, no loop or call\n"
       "f::(lambda): leave: lambda (lambdas: true takes them)"},
  };
  for (const auto &[Code, Expected] : Cases) {
    SCOPED_TRACE(Code);
    EXPECT_EQ(explain(selectIn({Code, {"-std=c++14"}}, defaultConfig("/src"))),
              Expected);
  }
}

// Settings without rules keep the default rule.
TEST(Decide, AFileWithoutRulesKeepsTheDefault) {
  EXPECT_EQ(
      explain(selectIn({"int f() { return 1; }"}, configOf("clock: tsc"))),
      tiny(1));
}

} // namespace
} // namespace spile::test
