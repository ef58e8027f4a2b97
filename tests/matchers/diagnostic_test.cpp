#include "matchers/diagnostic.h"
#include <gtest/gtest.h>

namespace spile {
namespace {

TEST(Diagnostic, PrintsWhatIsKnown) {
  EXPECT_EQ(toString({Severity::Error, "a.c", 3, 7, "no"}),
            "a.c:3:7: error: no");
  EXPECT_EQ(toString({Severity::Warning, "a.c", 3, 0, "no"}),
            "a.c:3: warning: no");
  EXPECT_EQ(toString({Severity::Note, "a.c", 0, 0, "no"}), "a.c: note: no");
  EXPECT_EQ(toString({Severity::Error, "", 0, 0, "no"}), "error: no");
}

TEST(Diagnostic, WarningsAreNoErrors) {
  EXPECT_FALSE(hasErrors({}));
  EXPECT_FALSE(hasErrors({{Severity::Warning, "a", 1, 1, "x"}}));
  EXPECT_TRUE(hasErrors(
      {{Severity::Note, "a", 1, 1, "x"}, {Severity::Error, "a", 1, 1, "x"}}));
}

} // namespace
} // namespace spile
