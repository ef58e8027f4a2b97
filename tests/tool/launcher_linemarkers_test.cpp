#include "tool/launcher_linemarkers.h"
#include <gtest/gtest.h>

namespace spile {
namespace {

TEST(Linemarkers, RenamesAndDropsTheDouble) {
  EXPECT_EQ(renameInLinemarkers("# 0 \"/T/a.c\"\n"
                                "# 1 \"<built-in>\" 1\n"
                                "# 1 \"/T/a.c\"\n"
                                "# 1 \"src/a.c\"\n"
                                "int x;\n"
                                "# 2 \"/T/a.c\" 2\n",
                                "/T/a.c", "src/a.c"),
            "# 0 \"src/a.c\"\n"
            "# 1 \"<built-in>\" 1\n"
            "# 1 \"src/a.c\"\n"
            "int x;\n"
            "# 2 \"src/a.c\" 2\n");
}

TEST(Linemarkers, LeavesTheProgramAlone) {
  const char *Text = "char *s = \"/T/a.c\";\n# 1 \"/T/b.c\"\nlast";
  EXPECT_EQ(renameInLinemarkers(Text, "/T/a.c", "a.c"), Text);
}

TEST(Linemarkers, FilesInForceAreEnteredAndLeft) {
  EXPECT_EQ(addIncludeMarkers("# 0 \"a\\\"b.c\"\n# 1 \"x.h\" 1\nint x;\n",
                              {"/p/.spile.yaml"}),
            "# 0 \"a\\\"b.c\"\n"
            "# 1 \"/p/.spile.yaml\" 1\n"
            "# 1 \"a\\\"b.c\" 2\n"
            "# 1 \"x.h\" 1\nint x;\n");
  for (const char *Text : {"int x;\n", "", "# 1 \"a.c\"", "# pragma x\n"})
    EXPECT_EQ(addIncludeMarkers(Text, {"/p/.spile.yaml"}), Text);
}

TEST(Linemarkers, QuotesInNames) {
  EXPECT_EQ(escapeForQuotes("a\"b\\c"), "a\\\"b\\\\c");
  EXPECT_EQ(renameInLinemarkers("# 1 \"/T/a\\\"b.c\"\n", "/T/a\"b.c", "a\"b.c"),
            "# 1 \"a\\\"b.c\"\n");
}

} // namespace
} // namespace spile
