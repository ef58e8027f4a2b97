// What must stand first in a body, so that nothing can be put before it.
#pragma once

#include <clang/AST/Decl.h>
#include <llvm/ADT/StringRef.h>
#include <set>

namespace clang {
class LangOptions;
}

namespace spile {

// Whether the body begins with GNU local labels (`__label__ out;`).
bool beginsWithLocalLabels(const clang::FunctionDecl &Function);

// The macros that a file defines as such a pragma: `#define EXACT
// _Pragma("STDC FP_CONTRACT OFF")`. They lie in `Text`.
std::set<llvm::StringRef> pragmaMacros(llvm::StringRef Text);

// Whether the text behind an opening brace begins with a pragma that the
// languages want there: `#pragma STDC FP_CONTRACT OFF` and the like, as a
// directive (others may be before it), as _Pragma, or as one of `Macros`.
bool beginsWithPragma(llvm::StringRef BehindBrace,
                      const std::set<llvm::StringRef> &Macros,
                      const clang::LangOptions &Language);

} // namespace spile
