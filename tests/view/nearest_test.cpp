#include "view/nearest.h"

#include <gtest/gtest.h>

namespace spile::view {
namespace {

TEST(NearestTest, FindsTheWordWithTheFewestChanges) {
  EXPECT_EQ(nearestWord("ngnix", {"redis-server", "nginx"}), "nginx");
  EXPECT_EQ(nearestWord("nginy", {"redis-server", "nginx"}), "nginx");
  EXPECT_EQ(nearestWord("redis-srver", {"nginx", "redis-server"}),
            "redis-server");
}

TEST(NearestTest, SuggestsNothingThatIsFarOrTheSame) {
  EXPECT_EQ(nearestWord("apache", {"nginx"}), std::nullopt);
  EXPECT_EQ(nearestWord("nginx", {"nginx"}), std::nullopt);
  EXPECT_EQ(nearestWord("nginx", {}), std::nullopt);
}

} // namespace
} // namespace spile::view
