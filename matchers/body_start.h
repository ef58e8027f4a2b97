// What must stand first in a body, so that nothing can be put before it.
#pragma once

#include <clang/AST/Decl.h>
#include <llvm/ADT/StringRef.h>

namespace clang {
class LangOptions;
}

namespace spile {

// Whether the body begins with GNU local labels (`__label__ out;`).
bool beginsWithLocalLabels(const clang::FunctionDecl &Function);

// Whether the text behind an opening brace begins with a pragma that the
// languages want there: `#pragma STDC FP_CONTRACT OFF` and the like, as a
// directive (others may be before it), as _Pragma, or as a macro that the same
// file defines so. `Text`: of the file, `Offset`: behind the brace.
bool beginsWithPragma(llvm::StringRef Text, unsigned Offset,
                      const clang::LangOptions &Language);

} // namespace spile
