// "did you mean": the word of a set that is closest to a mistyped one.
#ifndef SPILE_VIEW_NEAREST_H
#define SPILE_VIEW_NEAREST_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spile::view {

// The word that takes the fewest insertions, removals and replacements of one
// letter, and swaps of neighbours; the first of equals. Nothing if even that
// one differs in more than a third of its letters (one letter is always
// allowed), or if `word` is itself among them.
std::optional<std::string> nearestWord(std::string_view word,
                                       const std::vector<std::string> &words);

} // namespace spile::view

#endif // SPILE_VIEW_NEAREST_H
