// Source text with marks, so that a test names places by showing them.
//
//   int [[f]](int a) {^ return a; }
//
// [[ ]] marks a range, ^ a point; both are taken out of the text. A C++
// attribute is written with a space inside its brackets: [ [nodiscard] ].
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace spile::test {

struct MarkedCode {
  std::string Text;                                  // without the marks
  std::vector<std::pair<unsigned, unsigned>> Ranges; // bytes [begin, end)
  std::vector<unsigned> Points;                      // bytes

  explicit MarkedCode(std::string_view Marked);
};

// Line and column of a byte, both from 1.
std::pair<unsigned, unsigned> lineAndColumn(std::string_view Text,
                                            unsigned Offset);

} // namespace spile::test
