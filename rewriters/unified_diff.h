// The change of one file as a unified diff that `git apply` and `patch` take.
#pragma once

#include "rewriters/edit.h"

namespace spile {

struct DiffRequest {
  std::string Path; // behind a/ and b/; relative to the tree's top
  llvm::StringRef Original;
  EditSet Old, New; // both of Original; the diff goes from Old to New
  unsigned Context = 3;
};

// Empty when Old and New are the same. Lines are compared by their place in the
// original, so nothing is searched: the cost is linear.
std::string unifiedDiff(const DiffRequest &Request);

} // namespace spile
