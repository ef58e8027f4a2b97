#include "rewriters/compiler_text.h"
#include <gtest/gtest.h>

namespace spile {
namespace {

std::string textOf(llvm::StringRef Original) {
  EditSet Edits;
  for (size_t At = Original.find('{'); At != llvm::StringRef::npos;
       At = Original.find('{', At + 1))
    Edits.add({static_cast<unsigned>(At + 1), " SPILE_SCOPE(\"f\");"});
  return compilerText(Original, Edits);
}

TEST(CompilerText, KeepsLineAndColumnOfWhatFollows) {
  EXPECT_EQ(textOf("\nint f() { return 1; }\n"),
            "\nint f() {\n#line 2\n SPILE_SCOPE(\"f\");\n#line 2\n"
            "          return 1; }\n");
  EXPECT_EQ(textOf("\tint\tf() {x;}\n"),
            "\tint\tf() {\n#line 1\n SPILE_SCOPE(\"f\");\n#line 1\n"
            "\t   \t     x;}\n");
}

TEST(CompilerText, NeedsNoSecondLineAtTheEndOfOne) {
  EXPECT_EQ(textOf("int f() {\n}\n"),
            "int f() {\n#line 1\n SPILE_SCOPE(\"f\");\n}\n");
  EXPECT_EQ(textOf("int f() { \r\n}\r\n"),
            "int f() {\n#line 1\n SPILE_SCOPE(\"f\"); \r\n}\r\n");
}

TEST(CompilerText, TakesTwoFunctionsOnALine) {
  EXPECT_EQ(textOf("f() {a} g() {b}\n"),
            "f() {\n#line 1\n SPILE_SCOPE(\"f\");\n#line 1\n     a} g() {\n"
            "#line 1\n SPILE_SCOPE(\"f\");\n#line 1\n             b}\n");
}

TEST(CompilerText, LeavesTheLinesOfGeneratedTextsAlone) {
  for (const char *Directive :
       {"#line 7 \"a.y\"\n", "# 7 \"a.y\"\n", " #  line 7\n"})
    EXPECT_EQ(textOf(std::string(Directive) + "int f() {x}\n"),
              std::string(Directive) + "int f() { SPILE_SCOPE(\"f\");x}\n");
}

TEST(CompilerText, LeavesLinesThatC89CannotNumber) {
  std::string Many(32767, '\n');
  EXPECT_EQ(textOf(Many + "int f() {x}\n"),
            Many + "int f() { SPILE_SCOPE(\"f\");x}\n");
}

TEST(CompilerText, LeavesTheIncludeWhereItIs) {
  EditSet Edits;
  Edits.add({0, "#include <spile/scope.h>"});
  EXPECT_EQ(compilerText("\nint x;\n", Edits),
            "#include <spile/scope.h>\nint x;\n");
}

} // namespace
} // namespace spile
