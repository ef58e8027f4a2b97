// What select() finds, how it names it and where it says that it stands.
#include "tests/matchers/select_in.h"
#include <gtest/gtest.h>

namespace spile::test {
namespace {

struct Case {
  const char *Code, *Expected;
};

TEST(Select, FindsCxxDefinitions) {
  const Case Cases[] = {
      {"int [[f]](int a) {^ return a; }", "f"},
      {"int f(int); int f(int) = delete; struct A { A() = default; };", ""},
      {"namespace n { int [[f]]() {^ return 1; } }", "n::f"},
      {"namespace { int [[f]]() {^ return 1; } }", "(anonymous namespace)::f"},
      {"namespace a::b { inline namespace v1 { void [[f]]() {^} } }",
       "a::b::v1::f"},
      {"extern \"C\" { void [[f]]() {^} }", "f"},
      {"struct A { [[A]]() {^} [[~]]A() {^} void [[m]]() {^} };",
       "A::A\nA::~A\nA::m"},
      {"struct A { A(); }; A::[[A]]() {^}", "A::A"},
      {"struct A { bool [[operator]]==(int) {^ return 1; } };",
       "A::operator=="},
      {"struct A { int [[operator]] [](int) {^ return 1; } };",
       "A::operator[]"},
      {"struct A { [[operator]] int() {^ return 1; } };", "A::operator int"},
      {"struct A { void *[[operator]] new(unsigned long) {^ return 0; } };",
       "A::operator new"},
      {"long [[operator]]\"\"_x(unsigned long long a) {^ return a; }",
       "operator\"\"_x"},
      {"template <class T> T [[f]](T a) {^ return a; } int x = f(1) + f('a');",
       "f"},
      {"template <class T> T [[f]](T a) {^ return a; }\n"
       "template <> int [[f]](int a) {^ return a; } template char f(char);",
       "f\nf"},
      {"template <class T> struct A { [[A]]() {^} [[~]]A() {^} void m(); };"
       "template <class T> void A<T>::[[m]]() {^} template struct A<int>;",
       "A::A\nA::~A\nA::m"},
      {"template <class T> struct A; template <> struct A<int> {"
       " void [[m]]() {^} };",
       "A::m"},
      {"namespace n { struct A { friend int [[f]](A) {^ return 1; } }; }",
       "n::f"},
      {"void [[f]]() {^ struct Local { void [[m]]() {^} }; Local().m(); }",
       "f\nf::Local::m"},
      {"auto x = [[[]]](int a) {^ return a; };", "(lambda)"},
      {"namespace n { void [[f]]() {^ auto l = [[[]]&] {^}; l(); } }",
       "n::f\nn::f::(lambda)"},
      {"auto x = [[[]]](auto a) {^ return a; }; int y = x(1);", "(lambda)"},
      {"struct A { int a = [[[]]] {^ return 1; }(); };", "A::(lambda)"},
      {"void [[f]]() {^ [[[]]] {^ struct L { void [[m]]() {^} }; }(); }",
       "f\nf::(lambda)\nf::(lambda)::L::m"},
      {"void [[f]]() try {^ } catch (...) { }", "f"},
      {"struct A { int a; [[A]]() try : a(1) {^ } catch (...) { } };", "A::A"},
      {"struct { void [[m]]() {^} } x;", "(anonymous)::m"},
      {"typedef struct { void [[m]]() {^} } T;", "T::m"},
      {"auto [[f]]() -> int {^ return 1; }", "f"},
      {"union U { void [[m]]() {^} };", "U::m"},
      {"enum E { X }; E [[operator]]|(E a, E) {^ return a; }", "operator|"},
  };
  for (const Case &C : Cases)
    expectSelected(C.Code, C.Expected, takesAll(), {"", {"-std=c++14"}});
}

TEST(Select, FindsCDefinitions) {
  const Case Cases[] = {
      {"int [[f]](int a) {^ return a; }", "f"},
      {"int [[f]](a, b) int a; char b; {^ return a; }", "f"},
      {"static inline int [[f]](void) {^ return 1; }", "f"},
      {"int [[f]](void) <%^ return 1; %>", "f"},
      {"int [[f]]\n(void)\n{^\n  return 1;\n}", "f"},
      {"#line 900 \"other.c\"\nint [[f]](void) {^ return 1; }", "f"},
      {"int f(void); extern int g(void);", ""},
      {"#if 0\nint f(void) { return 1; }\n#endif\n", ""},
  };
  for (const Case &C : Cases)
    expectSelected(C.Code, C.Expected, takesAll(),
                   {"", {"-std=gnu89"}, "/src/input.c"});
}

TEST(Select, SignatureMayComeFromAMacro) {
  const Case Cases[] = {
      {"#define API static\nAPI int [[f]](void) {^ return 1; }", "f"},
      {"#define FN(n) int n(void)\n[[FN]](f) {^ return 1; }", "f"},
      {"#define NAME f\nint [[NAME]](void) {^ return 1; }", "f"},
      {"#define END }\nint [[f]](void) {^ return 1; END", "f"},
      {"#define EMPTY\nint [[f]](void) EMPTY {^ return 1; }", "f"},
  };
  for (const Case &C : Cases)
    expectSelected(C.Code, C.Expected, takesAll(), {"", {}, "/src/input.c"});
}

// Line and column are what an editor shows, whatever #line says.
TEST(Select, PositionsArePhysical) {
  const Selection S = selectIn(
      {"\n#line 7 \"x.h\"\n  int f(void)\n{ return 1; }", {}, "/src/a.c"},
      takesAll());
  ASSERT_EQ(S.Sites.size(), 1u);
  EXPECT_EQ(S.Sites[0].File, "/src/a.c");
  EXPECT_EQ(S.Sites[0].Line, 3u);
  EXPECT_EQ(S.Sites[0].Column, 7u);
  EXPECT_EQ(S.Sites[0].BodyLine, 4u);
  EXPECT_EQ(S.Sites[0].Statements, 1u);
}

TEST(Select, SaysWhatTheLinkerMerges) {
  const std::pair<const char *, bool> Cases[] = {
      {"void f() {}", false},
      {"static void f() {}", false},
      {"inline void f() {}", true},
      {"struct A { void m() {} };", true},
      {"struct A { void m(); }; void A::m() {}", false},
      {"template <class T> void f() {}", true},
      {"template <class T> struct A { void m(); };"
       "template <class T> void A<T>::m() {}",
       true},
      {"template <class T> void f() {} template <> void f<int>();"
       "template <class T> void g(); template <> void g<int>() {}",
       true},
      {"auto l = [] {};", true},
  };
  for (const auto &[Code, Merged] : Cases) {
    SCOPED_TRACE(Code);
    const Selection S = selectIn({Code, {"-std=c++14"}}, takesAll());
    ASSERT_FALSE(S.Sites.empty());
    EXPECT_EQ(S.Sites[0].Merged, Merged);
  }
  const Selection Special =
      selectIn({"template <class T> void g(); template <> void g<int>() {}"},
               takesAll());
  ASSERT_EQ(Special.Sites.size(), 1u);
  EXPECT_FALSE(Special.Sites[0].Merged) << "a full specialisation is ordinary";
  const Selection InC = selectIn(
      {"static inline void f(void) {}", {}, "/src/input.c"}, takesAll());
  ASSERT_EQ(InC.Sites.size(), 1u);
  EXPECT_FALSE(InC.Sites[0].Merged);
}

Input withHeaders() {
  Input In;
  In.Text = "#include \"own.h\"\n#include <sys.h>\n#include \"../far/far.h\"\n"
            "void f() {}";
  In.Args = {"-isystem", "/src/sys"};
  In.Files = {{"/src/own.h", "inline void own() {}"},
              {"/src/sys/sys.h", "inline void sys() {}"},
              {"/far/far.h", "inline void far() {}"}};
  return In;
}

TEST(Select, LeavesHeadersOutByDefault) {
  const Selection S = selectIn(withHeaders(), takesAll());
  EXPECT_EQ(describe(S), "f");
}

TEST(Select, TakesOwnHeadersWhenAsked) {
  const Selection S = selectIn(
      withHeaders(), configOf("headers: true\ninstrument: {functions: '*'}"));
  EXPECT_EQ(describe(S), "f\nown");
  ASSERT_EQ(S.Files.size(), 2u);
  EXPECT_EQ(S.Files[0].File, "/src/input.cpp");
  EXPECT_TRUE(S.Files[0].IsMain);
  EXPECT_EQ(S.Files[1].File, "/src/own.h");
  EXPECT_FALSE(S.Files[1].IsMain);
}

TEST(Select, FindsFunctionsInAScopeThatAHeaderOpens) {
  Input In;
  In.Text = "#include \"begin.h\"\nvoid f() {}\n#include \"end.h\"\n";
  In.Files = {{"/src/begin.h", "extern \"C\" {\n"}, {"/src/end.h", "}\n"}};
  EXPECT_EQ(describe(selectIn(In, takesAll())), "f");
}

TEST(Select, EditsARepeatedHeaderOnce) {
  const Config Cfg = configOf("headers: true\ninstrument: {functions: '*'}");
  Input In;
  In.Text = "namespace a {\n#include \"x.h\"\n}\nnamespace a {}\n";
  In.Files = {{"/src/x.h", "inline void F() {}"}};
  EXPECT_EQ(describe(selectIn(In, Cfg)), "a::F");
  In.Text = "#define F g\n#include \"x.h\"\n#undef F\n#define F h\n"
            "#include \"x.h\"\n";
  const std::string Why =
      ": skip: the same text defines functions of other names too";
  EXPECT_EQ(describe(selectIn(In, Cfg)), "g" + Why + "\nh" + Why);
}

TEST(Select, ARepeatedFunctionIsSkippedWhenItIsOnce) {
  Input In;
  In.Text = "#define SPEC inline\n#define ARG int\n#include \"x.h\"\n"
            "#undef SPEC\n#undef ARG\n#define SPEC constexpr\n"
            "#define ARG char\n#include \"x.h\"\n";
  In.Files = {{"/src/x.h", "SPEC int f(ARG) { return 1; }"}};
  EXPECT_EQ(describe(selectIn(In, configOf("headers: true\n"
                                           "instrument: {functions: '*'}"))),
            "f: skip: a constexpr function may hold no static data");
}

TEST(Select, NamesThatMatchNothingAreListed) {
  const Config Cfg = configOf(
      "instrument:\n- functions: [f, gone, 'g*', /h/]\n- functions: ::f\n");
  const Selection S = selectIn({"void f() {}"}, Cfg);
  EXPECT_EQ(S.UnmatchedNames, std::vector<std::string>{"gone"});
}

TEST(Select, IsDeterministic) {
  const Input In = withHeaders();
  const Config Cfg = configOf("headers: true");
  const Selection A = selectIn(In, Cfg), B = selectIn(In, Cfg);
  EXPECT_EQ(A.Sites, B.Sites);
  EXPECT_EQ(A.Files, B.Files);
}

} // namespace
} // namespace spile::test
