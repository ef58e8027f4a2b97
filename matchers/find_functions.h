// The function definitions that are written in the files that are asked for.
//
// Each once, as it is written: the pattern of a template, not its instances;
// no declarations, defaulted, deleted or implicit functions. Lambdas, members
// of local classes and friends defined in a class are among them. In the order
// of the text.
#pragma once

#include <clang/AST/ASTContext.h>
#include <llvm/ADT/STLFunctionalExtras.h>
#include <vector>

namespace spile {

struct FoundFunction {
  const clang::FunctionDecl *Function = nullptr;
  clang::SourceLocation Name; // of a lambda: its introducer
  bool Lambda = false;
};

// `Wanted` is asked about file locations, once for each declaration.
std::vector<FoundFunction>
findFunctions(clang::ASTContext &Context,
              llvm::function_ref<bool(clang::FileID)> Wanted);

} // namespace spile
