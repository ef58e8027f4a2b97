#include "rewriters/strip.h"
#include <gtest/gtest.h>

namespace spile {
namespace {

TEST(Strip, TakesOutIncludeAndScopes) {
  Stripped S = strip("#include <spile/scope.h>\nint f() { SPILE_SCOPE(\"f\");\n"
                     "}\nint g() { SPILE_SCOPE_INLINE(\"a::g\");return 1; }\n");
  EXPECT_EQ(S.Original, "\nint f() {\n}\nint g() {return 1; }\n");
  EXPECT_EQ(S.Removed.edits().size(), 3u);
}

TEST(Strip, GivesBackEveryFormOfTheInclude) {
  for (auto [Text, Original] :
       std::vector<std::pair<const char *, const char *>>{
           {"#include <spile/scope.h>\n#line 1\nint x;\n", "int x;\n"},
           {"#include <spile/scope.h>\r\n#line 1\r\nint x;\r\n", "int x;\r\n"},
           {"#include <spile/scope.h> /* c */\n", "/* c */\n"},
           {"#include <spile/scope.h> // c\n", "// c\n"},
           {"#include <spile/scope.h>\r\n", "\r\n"},
           {"#include <spile/scope.h>  \n", "  \n"},
           {"#include <spile/scope_monotonic.h>\n", "\n"},
           {"#include <spile/scope_thread_cpu.h>", ""}})
    EXPECT_EQ(strip(Text).Original, Original) << Text;
}

// What people write stays.
TEST(Strip, LeavesOtherTextsAlone) {
  for (const char *Text :
       {"#include <spile/spile.h>\nint f() { SPILE_SCOPE(\"f\"); }\n",
        "// #include <spile/scope.h>\nint f() { SPILE_SCOPE(\"f\"); }\n",
        "const char *s = \"#include <spile/scope.h>\";\n",
        "#include <spile/scope.h> int x;\n", ""})
    EXPECT_EQ(strip(Text).Original, Text);
}

TEST(Strip, LeavesScopesThatLookOtherwise) {
  for (const char *Body :
       {"{ // SPILE_SCOPE(\"f\");\n}", "{  SPILE_SCOPE(\"f\");}",
        "{ SPILE_SCOPE( \"f\");}", "{ SPILE_SCOPE(\"f\") ;}",
        "{ SPILE_SCOPE(f);}", "{ int a; SPILE_SCOPE(\"f\");}",
        "{ SPILE_SCOPE_OTHER(\"f\");}"}) {
    std::string Text = std::string("#include <spile/scope.h>\nint f() ") + Body;
    EXPECT_EQ(strip(Text).Original, std::string("\nint f() ") + Body);
  }
}

TEST(Strip, KnowsDigraphs) {
  EXPECT_EQ(strip("#include <spile/scope.h>\nint f() <% SPILE_SCOPE(\"f\");%>")
                .Original,
            "\nint f() <%%>");
}

TEST(Strip, RemovedGivesTheTextAgain) {
  std::string Text = "\n#include <spile/scope.h> /* c */\n"
                     "int f() { SPILE_SCOPE(\"f\"); SPILE_SCOPE(\"x\"); }\n";
  Stripped S = strip(Text);
  EXPECT_EQ(applyEdits(S.Original, S.Removed), Text);
}

} // namespace
} // namespace spile
