// Every reason for which a taken function is not edited.
#include "matchers/obstacle.h"
#include "tests/matchers/select_in.h"
#include <gtest/gtest.h>
#include <set>

namespace spile::test {
namespace {

struct Case {
  const char *Code;
  Obstacle Why;
  std::vector<std::string> Args = {};
  const char *Name = "/src/input.cpp";
};

constexpr const char *C = "/src/input.c";

// One obstacle at least once; the function that it stops comes first.
const Case Cases[] = {
    {"void f() {}", Obstacle::Freestanding, {"-ffreestanding"}},
    {"export module m; void f() {}",
     Obstacle::NamedModule,
     {"-std=c++20"},
     "/src/input.cppm"},
    {"module; export module m; export int f() { return 1; }",
     Obstacle::NamedModule,
     {"-std=c++20"},
     "/src/input.cppm"},
    {"#define BODY { return 1; }\nint f() BODY", Obstacle::BraceFromMacro},
    {"#define OPEN {\nint f() OPEN return 1; }", Obstacle::BraceFromMacro},
    {"#define FN(n) int n() { return 1; }\nFN(f)", Obstacle::BraceFromMacro},
    {"#define ALL(x) x\nALL(int f() { return 1; })",
     Obstacle::BraceInMacroArgument},
    {"#define ALL(...) __VA_ARGS__\nint f() ALL({ return 1; })",
     Obstacle::BraceInMacroArgument},
    {"int f()\n#include \"body.inc\"\n", Obstacle::BraceInOtherFile},
    {"int f() ?"
     "?< return 1; }",
     Obstacle::BraceSpelledOtherwise,
     {"-trigraphs", "-std=c++14"}},
    {"__attribute__((target(\"no-sse4.2\"))) int f(void) { return 1; }",
     Obstacle::OtherProcessor,
     {"--target=x86_64-linux-gnu"},
     C},
    {"__attribute__((target(\"avx2,arch=skylake\"))) int f(void) { return 1; }",
     Obstacle::OtherProcessor,
     {"--target=x86_64-linux-gnu"},
     C},
    {"extern inline __attribute__((gnu_inline)) int f() { return 1; }",
     Obstacle::ExternalInline},
    {"inline void *f() { here: return &&here; }", Obstacle::InlineDependent},
    {"static inline int f(int a) { return __builtin_constant_p(a); }",
     Obstacle::InlineDependent,
     {},
     C},
    {"int f() { __label__ out; goto out; out: return 1; }",
     Obstacle::LocalLabels},
    {"double f(double a) {\n#pragma STDC FP_CONTRACT OFF\nreturn a; }",
     Obstacle::PragmaFirst},
    {"double f(double a) { // why\n#ifndef FAST\n # pragma clang fp "
     "contract(off)\n#endif\nreturn a; }",
     Obstacle::PragmaFirst},
    {"double f(double a) {\n#pragma float_control(precise, on)\nreturn a; }",
     Obstacle::PragmaFirst},
    {"double f(double a) { _Pragma(\"STDC FENV_ACCESS ON\") return a; }",
     Obstacle::PragmaFirst},
    {"int f() { return unknown(1); }", Obstacle::Errors},
    {"int f(unknown a) { return 1; }", Obstacle::Errors},
    {"constexpr int f() { return 1; }", Obstacle::Constexpr},
    {"consteval int f() { return 1; }", Obstacle::Constexpr, {"-std=c++20"}},
    {"template <class T> constexpr T f() { return 1; }", Obstacle::Constexpr},
    {"struct A { constexpr int f() { return 1; } };", Obstacle::Constexpr},
    {"auto f = [] { return 1; };", Obstacle::ConstexprLambda, {"-std=c++17"}},
    {"inline int f(void) { return 1; }", Obstacle::ExternalInline, {}, C},
    {"extern inline int f(void) { return 1; }",
     Obstacle::ExternalInline,
     {"-std=gnu89"},
     C},
    {"inline int f(void); int f(void) { return 1; }",
     Obstacle::ExternalInline,
     {},
     C},
    {"extern inline __attribute__((gnu_inline)) int f(void) { return 1; }",
     Obstacle::ExternalInline,
     {},
     C},
    {"__attribute__((naked)) void f() { asm(\"ret\"); }", Obstacle::Naked},
    {"__attribute__((interrupt)) void f(void *p) {}",
     Obstacle::Interrupt,
     {"--target=x86_64-linux-gnu", "-mgeneral-regs-only"},
     C},
    {"static void *f(void) { return 0; }"
     "void g(void) __attribute__((ifunc(\"f\")));",
     Obstacle::IfuncResolver,
     {},
     C},
    {"namespace n { static void *f() { return 0; } }"
     "extern \"C\" void g() __attribute__((ifunc(\"_ZN1nL1fEv\")));",
     Obstacle::IfuncResolver},
    {"__attribute__((target_clones(\"avx2\", \"default\"))) int f(void)"
     "{ return 1; }",
     Obstacle::TargetVersions,
     {"--target=x86_64-linux-gnu"},
     C},
    {"__attribute__((target(\"avx2\"))) int f() { return 1; }"
     "__attribute__((target(\"default\"))) int f() { return 2; }",
     Obstacle::TargetVersions,
     {"--target=x86_64-linux-gnu"}},
    {"#include \"co.h\"\nTask f() { co_return; }",
     Obstacle::Coroutine,
     {"-std=c++20"}},
    {"#include \"co.h\"\ntemplate <class T> Task f(T t) { co_await t; }",
     Obstacle::Coroutine,
     {"-std=c++20"}},
    {"int g(int); int f(int a) { __attribute__((musttail)) return g(a); }",
     Obstacle::MustTail,
     {},
     C},
    {"int f(int a) { return *(int *)__builtin_apply_args(); }",
     Obstacle::ApplyArgs,
     {"-std=gnu89", "-Wno-implicit-function-declaration"},
     C},
};

const char *Coroutines = R"(
namespace std {
template <class...> struct coroutine_traits;
template <class R, class... A> requires requires { typename R::promise_type; }
struct coroutine_traits<R, A...> { using promise_type = R::promise_type; };
template <class P = void> struct coroutine_handle {
  static coroutine_handle from_address(void *) noexcept;
  operator coroutine_handle<>() const noexcept;
};
template <> struct coroutine_handle<void> {
  static coroutine_handle from_address(void *) noexcept;
};
struct suspend_never {
  bool await_ready() noexcept;
  void await_suspend(coroutine_handle<>) noexcept;
  void await_resume() noexcept;
};
}
struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_never initial_suspend() noexcept;
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
};
)";

Input inputOf(const Case &One) {
  return {One.Code,
          One.Args,
          One.Name,
          {{"/src/body.inc", "{ return 1; }"}, {"/src/co.h", Coroutines}}};
}

TEST(Eligibility, NamesTheObstacle) {
  for (const Case &One : Cases) {
    SCOPED_TRACE(One.Code);
    const Selection S = selectIn(inputOf(One), takesAll());
    ASSERT_FALSE(S.Sites.empty());
    EXPECT_EQ(S.Sites[0].What, Verdict::Skip);
    EXPECT_EQ(S.Sites[0].Why, toString(One.Why));
    EXPECT_FALSE(S.Sites[0].Rule.empty());
  }
}

TEST(Eligibility, EveryObstacleHasACase) {
  std::set<Obstacle> Tested = {Obstacle::SharedText}; // see select_test.cpp
  for (const Case &One : Cases)
    Tested.insert(One.Why);
  EXPECT_EQ(Tested.size(), ObstacleCount);
}

TEST(Eligibility, TakesWhatOnlyLooksHard) {
  const Case Good[] = {
      {"static inline int f(void) { return 1; }", {}, {}, C},
      {"static int f(void); inline int f(void) { return 1; }", {}, {}, C},
      {"inline int f() { return 1; }", {}},
      {"auto f = [] { return 1; };", {}, {"-std=c++14"}},
      {"auto f = [] { static int a; return ++a; };", {}, {"-std=c++17"}},
      {"void g(); auto f = [] { g(); };", {}, {"-std=c++20"}},
      {"static int f(int a) { return __builtin_constant_p(a); }", {}, {}, C},
      {"static inline __attribute__((always_inline)) int f(int a) "
       "{ return __builtin_constant_p(a); }",
       {},
       {},
       C},
      {"__attribute__((target(\"avx2\"))) int f(void) { return 1; }",
       {},
       {},
       C},
      {"__attribute__((section(\"x\"))) int f(void) { return 1; }", {}, {}, C},
      {"int setjmp(void *); int f(void *b) { return setjmp(b); }", {}, {}, C},
      {"int vfork(void); int f(void) { return vfork(); }", {}, {}, C},
      {"void f(void) { void *p = &&a; goto *p; a:; }", {}, {}, C},
      {"int f(void) { return ({ int a = 1; a; }); }", {}, {}, C},
      {"__attribute__((constructor)) void f(void) {}", {}, {}, C},
      {"[[noreturn]] void f() { for (;;) {} }", {}},
      {"#pragma GCC push_options\nint f() { return 1; }", {}},
      {"int f(void) { asm volatile(\"nop\"); return 1; }", {}, {}, C},
  };
  for (const Case &One : Good) {
    SCOPED_TRACE(One.Code);
    const Selection S = selectIn(inputOf(One), takesAll());
    ASSERT_EQ(S.Sites.size(), 1u);
    EXPECT_EQ(S.Sites[0].What, Verdict::Instrument) << S.Sites[0].Why;
  }
}

// A coroutine lambda or a musttail in a nested function stops only itself.
TEST(Eligibility, NestedFunctionsAreJudgedAlone) {
  const Selection S = selectIn(
      {"#include \"co.h\"\nvoid f() { struct L { Task m() { co_return; } }; }",
       {"-std=c++20"},
       "/src/input.cpp",
       {{"/src/co.h", Coroutines}}},
      takesAll());
  EXPECT_EQ(describe(S), "f\nf::L::m: skip: a coroutine");
}

} // namespace
} // namespace spile::test
