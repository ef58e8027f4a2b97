#include "matchers/body_facts.h"
#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtCXX.h>
#include <clang/Basic/Builtins.h>
#include <clang/Basic/SourceManager.h>

namespace spile {

using namespace clang;

namespace {

class BodyWalk {
public:
  explicit BodyWalk(const FunctionDecl &Function)
      : Context(Function.getASTContext()) {}

  void function(const FunctionDecl &Function);
  BodyFacts Facts;

private:
  void statement(const Stmt *S);
  void inside(const Stmt &S);
  void expression(const Stmt *S);
  void call(const CallExpr &Call);
  void look(const Stmt &S);
  bool goesBack(const GotoStmt &Goto) const;

  const ASTContext &Context;
};

void BodyWalk::function(const FunctionDecl &Function) {
  if (const auto *Ctor = llvm::dyn_cast<CXXConstructorDecl>(&Function))
    for (const CXXCtorInitializer *Init : Ctor->inits())
      expression(Init->getInit());
  const Stmt *Body = Function.getBody();
  if (const auto *Coroutine = llvm::dyn_cast_or_null<CoroutineBodyStmt>(Body)) {
    Facts.Coroutine = true;
    Body = Coroutine->getBody();
  }
  // The `try` of a function try block is the body, not a statement in it.
  if (const auto *Try = llvm::dyn_cast_or_null<CXXTryStmt>(Body))
    inside(*Try);
  else
    statement(Body);
}

// A child in a statement's place counts; any other is an expression.
void BodyWalk::statement(const Stmt *S) {
  if (!S)
    return;
  if (const auto *Attributed = llvm::dyn_cast<AttributedStmt>(S)) {
    for (const Attr *A : Attributed->getAttrs())
      Facts.MustTail |= llvm::isa<MustTailAttr>(A);
    return statement(Attributed->getSubStmt());
  }
  if (llvm::isa<CompoundStmt, NullStmt, LabelStmt, SwitchCase, CXXCatchStmt>(S))
    return inside(*S);
  ++Facts.Statements;
  if (llvm::isa<Expr>(S))
    return expression(S);
  look(*S);
  inside(*S);
}

// Whether a declaration or expression below `Parent` stands as a statement of
// its own and not in a condition, an initialiser or another head.
static bool standsAlone(const Stmt &Parent, const Stmt *Child) {
  if (const auto *If = llvm::dyn_cast<IfStmt>(&Parent))
    return Child == If->getThen() || Child == If->getElse();
  if (const auto *Switch = llvm::dyn_cast<SwitchStmt>(&Parent))
    return Child == Switch->getBody();
  if (const auto *For = llvm::dyn_cast<ForStmt>(&Parent))
    return Child == For->getBody();
  if (const auto *While = llvm::dyn_cast<WhileStmt>(&Parent))
    return Child == While->getBody();
  if (const auto *Do = llvm::dyn_cast<DoStmt>(&Parent))
    return Child == Do->getBody();
  if (const auto *Range = llvm::dyn_cast<CXXForRangeStmt>(&Parent))
    return Child == Range->getBody();
  if (const auto *Case = llvm::dyn_cast<SwitchCase>(&Parent))
    return Child == Case->getSubStmt();
  return llvm::isa<CompoundStmt, LabelStmt>(Parent);
}

void BodyWalk::inside(const Stmt &S) {
  for (const Stmt *Child : S.children())
    if (Child && llvm::isa<Expr, DeclStmt>(Child) && !standsAlone(S, Child))
      expression(Child);
    else
      statement(Child);
}

void BodyWalk::expression(const Stmt *S) {
  if (!S)
    return;
  look(*S);
  if (const auto *Lambda = llvm::dyn_cast<LambdaExpr>(S)) {
    for (const Expr *Init : Lambda->capture_inits())
      expression(Init);
    return;
  }
  if (const auto *Nested = llvm::dyn_cast<StmtExpr>(S))
    return statement(Nested->getSubStmt());
  for (const Stmt *Child : S->children())
    expression(Child);
}

// Clang does not know these GCC builtins: they parse as plain functions, and
// only where implicit declarations are allowed.
static bool usesOwnFrame(const FunctionDecl *Callee) {
  if (!Callee || !Callee->getIdentifier())
    return false;
  const llvm::StringRef Name = Callee->getName();
  return Name == "__builtin_apply" || Name == "__builtin_apply_args" ||
         Name == "__builtin_return";
}

void BodyWalk::call(const CallExpr &Call) {
  const unsigned Builtin = Call.getBuiltinCallee();
  Facts.Calls |=
      !Builtin || Context.BuiltinInfo.isPredefinedLibFunction(Builtin);
  Facts.ApplyArgs |= usesOwnFrame(Call.getDirectCallee());
  Facts.AsksForInlining |= Builtin == Builtin::BI__builtin_constant_p;
}

void BodyWalk::look(const Stmt &S) {
  if (const auto *E = llvm::dyn_cast<Expr>(&S))
    Facts.Errors |= E->containsErrors();
  Facts.AsksForInlining |= llvm::isa<AddrLabelExpr>(S);
  if (const auto *Call = llvm::dyn_cast<CallExpr>(&S))
    return call(*Call);
  if (const auto *Construct = llvm::dyn_cast<CXXConstructExpr>(&S))
    Facts.Calls |= !Construct->getConstructor()->isTrivial();
  if (const auto *Goto = llvm::dyn_cast<GotoStmt>(&S))
    Facts.Loops |= goesBack(*Goto);
  Facts.Calls |= llvm::isa<CXXNewExpr, CXXDeleteExpr, CXXThrowExpr>(S);
  Facts.Loops |=
      llvm::isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt, IndirectGotoStmt>(
          S);
  Facts.Coroutine |=
      llvm::isa<CoreturnStmt, CoroutineSuspendExpr, DependentCoawaitExpr>(S);
}

bool BodyWalk::goesBack(const GotoStmt &Goto) const {
  const LabelStmt *To = Goto.getLabel()->getStmt();
  return To && Context.getSourceManager().isBeforeInTranslationUnit(
                   To->getBeginLoc(), Goto.getBeginLoc());
}

} // namespace

BodyFacts bodyFacts(const FunctionDecl &Function) {
  BodyWalk Walk(Function);
  Walk.function(Function);
  return Walk.Facts;
}

unsigned countStatements(const FunctionDecl &Function) {
  return bodyFacts(Function).Statements;
}

} // namespace spile
