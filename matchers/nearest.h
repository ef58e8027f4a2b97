// The word that a person may have meant.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>
#include <optional>

namespace spile {

// The word of `Known` that needs the fewest edits to become `Word`, if that is
// at most a third of its length, but one edit is always near and two are for
// four letters, where they may have changed places; nullopt: none is near.
std::optional<llvm::StringRef> nearest(llvm::StringRef Word,
                                       llvm::ArrayRef<llvm::StringRef> Known);

// "; did you mean 'X'?" or nothing.
std::string didYouMean(llvm::StringRef Word,
                       llvm::ArrayRef<llvm::StringRef> Known);

} // namespace spile
