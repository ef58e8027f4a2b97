#include "matchers/find_functions.h"
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Basic/SourceManager.h>

namespace spile {

using namespace clang;

namespace {

class Finder : public RecursiveASTVisitor<Finder> {
public:
  Finder(ASTContext &InContext, llvm::function_ref<bool(FileID)> InWanted)
      : Sources(InContext.getSourceManager()), Wanted(InWanted) {}

  // Goes into scopes only where something wanted can be in them: the system
  // headers of a unit hold most of its declarations.
  void scope(const DeclContext &Scope) {
    for (Decl *D : Scope.decls()) {
      if (llvm::isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(D))
        scope(*llvm::cast<DeclContext>(D));
      else if (isWanted(D->getLocation()) || isWanted(D->getBeginLoc()))
        TraverseDecl(D);
    }
  }

  bool VisitFunctionDecl(FunctionDecl *D) {
    if (D->doesThisDeclarationHaveABody() && !D->isImplicit())
      add(D, D->getLocation(), false);
    return true;
  }
  bool VisitLambdaExpr(LambdaExpr *E) {
    add(E->getCallOperator(), E->getIntroducerRange().getBegin(), true);
    return true;
  }

  std::vector<FoundFunction> Found;

private:
  void add(const FunctionDecl *D, SourceLocation Name, bool Lambda) {
    if (D->isDefaulted() || !isWanted(Name))
      return;
    Found.push_back({D, Name, Lambda});
  }
  bool isWanted(SourceLocation Location) {
    return Location.isValid() &&
           Wanted(Sources.getFileID(Sources.getExpansionLoc(Location)));
  }

  const SourceManager &Sources;
  llvm::function_ref<bool(FileID)> Wanted;
};

} // namespace

std::vector<FoundFunction>
findFunctions(ASTContext &Context, llvm::function_ref<bool(FileID)> Wanted) {
  Finder F(Context, Wanted);
  F.scope(*Context.getTranslationUnitDecl());
  return std::move(F.Found);
}

} // namespace spile
