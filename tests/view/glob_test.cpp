#include "view/glob.h"

#include <gtest/gtest.h>

namespace spile::view {
namespace {

TEST(GlobTest, NamesMatchAsAWholeOrBehindTheLastColons) {
  EXPECT_TRUE(matchesName("shop::Cart::add", "shop::Cart::add"));
  EXPECT_TRUE(matchesName("shop::*", "shop::Cart::add"));
  EXPECT_TRUE(matchesName("a?d", "shop::Cart::add"));
  EXPECT_TRUE(matchesName("mk_[a-s]*", "mk_session"));
  EXPECT_FALSE(matchesName("Cart::add", "shop::Cart::add"));
  EXPECT_FALSE(matchesName("ad", "shop::Cart::add"));
  EXPECT_FALSE(matchesName("", "shop::Cart::add"));
}

TEST(GlobTest, ANameMatchesItself) {
  EXPECT_TRUE(matchesName("V::operator[]", "V::operator[]"));
}

TEST(GlobTest, PathsMatchAsAWholeOrByTheirBaseName) {
  EXPECT_TRUE(matchesPath("src/*", "src/http/parse.c"));
  EXPECT_TRUE(matchesPath("parse.c", "src/http/parse.c"));
  EXPECT_TRUE(matchesPath("*.c", "parse.c"));
  EXPECT_FALSE(matchesPath("http", "src/http/parse.c"));
}

} // namespace
} // namespace spile::view
