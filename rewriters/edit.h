// An edit is an insertion: rewriters never delete or replace a byte, so the
// original is what is left when the insertions are taken away.
#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Error.h>
#include <string>
#include <vector>

namespace spile {

struct Edit {
  unsigned Offset = 0; // byte of the original before which Text goes
  std::string Text;

  auto operator<=>(const Edit &) const = default;
};

// The insertions of one file, sorted by offset, at most one a place.
class EditSet {
public:
  // Adds an edit. The same edit again is taken once; another text at the same
  // place is refused (false) and changes nothing.
  bool add(Edit E);

  const std::vector<Edit> &edits() const { return Sorted; }
  bool empty() const { return Sorted.empty(); }

private:
  std::vector<Edit> Sorted;
};

// `Original` with the insertions. Every offset must lie in [0, size].
std::string applyEdits(llvm::StringRef Original, const EditSet &Edits);

// `Text` without the insertions that applyEdits() put there, or an error when
// one is not where it should be.
llvm::Expected<std::string> removeEdits(llvm::StringRef Text,
                                        const EditSet &Edits);

} // namespace spile
