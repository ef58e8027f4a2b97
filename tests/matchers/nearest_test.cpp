#include "matchers/nearest.h"
#include <gtest/gtest.h>

namespace spile {
namespace {

TEST(Nearest, FindsTheWordThatWasMeant) {
  EXPECT_EQ(nearest("functoins", {"files", "functions"}), "functions");
  EXPECT_EQ(nearest("File", {"files", "functions"}), "files");
  EXPECT_EQ(nearest("zzz", {"files", "functions"}), std::nullopt);
  EXPECT_EQ(nearest("", {"files"}), std::nullopt);
  EXPECT_EQ(didYouMean("tiem", {"time"}), "; did you mean 'time'?");
  EXPECT_EQ(didYouMean("zzz", {"time"}), "");
}

} // namespace
} // namespace spile
