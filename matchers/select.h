// The one way from an AST to a Selection.
#pragma once

#include "matchers/config.h"
#include "matchers/selection.h"

namespace clang {
class ASTContext;
}

namespace spile {

// Every function definition of the main file, and with Cfg.Headers of the
// project's own headers (files below Cfg.Root that are not system headers),
// each with its verdict. Pure: reads the AST and the source buffers only.
Selection select(clang::ASTContext &Context, const Config &Cfg);

// Functions of different names that share one body's text (the name comes from
// a macro) cannot be told apart by an edit of that text: they are skipped.
void skipSharedText(std::vector<FunctionSite> &Sites);

} // namespace spile
