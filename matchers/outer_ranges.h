// Which bytes of a file belong to declarations at the outermost level.
#pragma once

#include "matchers/selection.h"
#include <clang/AST/ASTContext.h>
#include <vector>

namespace spile {

// The ranges of `File`, sorted, not touching preprocessor directives unless one
// stands inside of a declaration, merged where they overlap. A namespace or an
// extern "C" { } is one range, also when its braces are in another file. A
// range begins at the first token of the declaration (attributes and macros in
// front of it included) and ends behind its `;` or `}`.
std::vector<OuterRange> outerRanges(clang::ASTContext &Context,
                                    clang::FileID File);

} // namespace spile
