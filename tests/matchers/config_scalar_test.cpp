// placeInside(): the file's place of a byte of a value.
#include "matchers/config_fragment.h"
#include <gtest/gtest.h>

namespace spile {
namespace {

// The value of `key: ...` and the place of `Word` in it.
std::pair<unsigned, unsigned> placeOf(const std::string &Text,
                                      const std::string &Word) {
  Diagnostics Out;
  const Fragment F = parseFragment(Text, "x", Out);
  if (!Out.empty() || !F.Provider)
    return {0, 0};
  const size_t At = F.Provider->Value.find(Word);
  if (At == std::string::npos)
    return {0, 0};
  const TextPlace Place = placeInside(*F.Provider, At);
  return {Place.Line, Place.Column};
}

TEST(PlaceInside, FindsTheByteInEveryStyle) {
  using P = std::pair<unsigned, unsigned>;
  EXPECT_EQ(placeOf("provider: ab cd", "cd"), P(1, 14));
  EXPECT_EQ(placeOf("provider: ab cd", "ab"), P(1, 11));
  EXPECT_EQ(placeOf("provider: 'ab cd'", "cd"), P(1, 15));
  EXPECT_EQ(placeOf("provider: 'it''s cd'", "cd"), P(1, 18));
  EXPECT_EQ(placeOf("provider: \"a\\\"b cd\"", "cd"), P(1, 17));
  EXPECT_EQ(placeOf("provider: \"a\\x41 \\n cd\"", "cd"), P(1, 21));
  EXPECT_EQ(placeOf("provider: 'ab\n   cd'", "cd"), P(2, 4));
  EXPECT_EQ(placeOf("provider: ab\n   cd", "cd"), P(2, 4));
  EXPECT_EQ(placeOf("provider: |\n  ab\n    cd\n", "cd"), P(3, 5));
  EXPECT_EQ(placeOf("provider: >-\n  ab\n  cd\n", "cd"), P(3, 3));
}

} // namespace
} // namespace spile
