// Preprocessed text (-E, -save-temps) of a source that was compiled from
// another place under its own name.
//
//   # 0 "/tmp/.../a.c"        ─▶   # 0 "src/a.c"
//   ...
//   # 1 "/tmp/.../a.c"
//   # 1 "src/a.c"             ─▶   # 1 "src/a.c"
#pragma once

#include <llvm/ADT/StringRef.h>
#include <string>
#include <vector>

namespace spile {

// `From`, `To`: paths as the compiler was given them. Pure.
std::string renameInLinemarkers(llvm::StringRef Text, llvm::StringRef From,
                                llvm::StringRef To);

// Text of -E with each of `Files` entered and left at once behind its first
// line: a compiler cache that hashes the files named there (ccache's direct mode)
// then notices a changed configuration. Text without linemarkers stays. Pure.
std::string addIncludeMarkers(std::string Text,
                              const std::vector<std::string> &Files);

// A path between the quotes of a linemarker or #include.
std::string escapeForQuotes(llvm::StringRef Path);

} // namespace spile
