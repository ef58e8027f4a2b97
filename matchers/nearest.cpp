#include "matchers/nearest.h"
#include <algorithm>

namespace spile {

std::optional<llvm::StringRef> nearest(llvm::StringRef Word,
                                       llvm::ArrayRef<llvm::StringRef> Known) {
  std::optional<llvm::StringRef> Best;
  unsigned Fewest = 0;
  for (const llvm::StringRef Candidate : Known) {
    const size_t Longer = std::max(Word.size(), Candidate.size());
    const unsigned Most = Longer < 4 ? 1 : std::max(2u, unsigned(Longer / 3));
    const unsigned Edits = Word.edit_distance_insensitive(Candidate);
    if (Edits <= Most && (!Best || Edits < Fewest)) {
      Best = Candidate;
      Fewest = Edits;
    }
  }
  return Best;
}

std::string didYouMean(llvm::StringRef Word,
                       llvm::ArrayRef<llvm::StringRef> Known) {
  if (const auto Near = nearest(Word, Known))
    return "; did you mean '" + Near->str() + "'?";
  return "";
}

} // namespace spile
