// Finds the quoted includes that an -iquote of the main source's folder would
// lead elsewhere; see IncludeHazard in tool/unit.h.
#pragma once

#include "tool/unit.h"
#include <clang/Lex/PPCallbacks.h>

namespace clang {
class Preprocessor;
}

namespace spile {

// `Out` must outlive the preprocessor.
std::unique_ptr<clang::PPCallbacks>
watchIncludes(clang::Preprocessor &PP, std::vector<IncludeHazard> &Out);

} // namespace spile
