#include "matchers/eligibility.h"
#include "matchers/body_start.h"
#include <clang/AST/Attr.h>
#include <clang/AST/Expr.h>
#include <clang/AST/Mangle.h>
#include <clang/AST/StmtCXX.h>
#include <clang/Basic/SourceManager.h>

namespace spile {

using namespace clang;

// Clang wraps the function try block of a coroutine in a block without braces.
static const Stmt *tryBlockOf(const Stmt *Body) {
  const auto *Block = llvm::dyn_cast_or_null<CompoundStmt>(Body);
  return Block && Block->getLBracLoc().isInvalid() && Block->size() == 1
             ? Block->body_front()
             : Body;
}

SourceLocation openingBrace(const FunctionDecl &Function) {
  const Stmt *Body = Function.getBody();
  if (const auto *Coroutine = llvm::dyn_cast_or_null<CoroutineBodyStmt>(Body))
    Body = tryBlockOf(Coroutine->getBody());
  if (const auto *Try = llvm::dyn_cast_or_null<CXXTryStmt>(Body))
    Body = Try->getTryBlock();
  const auto *Block = llvm::dyn_cast_or_null<CompoundStmt>(Body);
  return Block ? Block->getLBracLoc() : SourceLocation();
}

unsigned braceLength(const SourceManager &Sources, FilePlace Place) {
  const llvm::StringRef Text =
      Sources.getBufferData(Place.File).substr(Place.Offset);
  return Text.starts_with("{") ? 1 : Text.starts_with("<%") ? 2 : 0;
}

static void findResolvers(const DeclContext &Scope,
                          std::unordered_set<std::string> &Out) {
  for (const Decl *D : Scope.decls()) {
    if (const auto *Ifunc = D->getAttr<IFuncAttr>())
      Out.insert(Ifunc->getResolver().str());
    if (llvm::isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(D))
      findResolvers(*llvm::cast<DeclContext>(D), Out);
  }
}

Eligibility::Eligibility(ASTContext &InContext) : Context(InContext) {
  findResolvers(*Context.getTranslationUnitDecl(), Resolvers);
}

std::optional<Obstacle> Eligibility::obstacle(const Candidate &C) const {
  if (auto O = ofUnit())
    return O;
  if (auto O = ofPlace(C))
    return O;
  return ofFunction(C);
}

std::optional<Obstacle> Eligibility::ofUnit() const {
  if (Context.getLangOpts().Freestanding)
    return Obstacle::Freestanding;
  if (Context.getCurrentNamedModule() ||
      Context.getLangOpts().isCompilingModule())
    return Obstacle::NamedModule;
  return std::nullopt;
}

std::optional<Obstacle> Eligibility::ofPlace(const Candidate &C) const {
  const SourceManager &Sources = Context.getSourceManager();
  const SourceLocation Brace = openingBrace(*C.Function);
  if (Brace.isInvalid())
    return Obstacle::Errors;
  if (Sources.isMacroArgExpansion(Brace))
    return Obstacle::BraceInMacroArgument;
  if (Brace.isMacroID())
    return Obstacle::BraceFromMacro;
  const FilePlace Place = SourceFiles(Sources).place(Brace);
  if (Place.File != C.Place.File)
    return Obstacle::BraceInOtherFile;
  if (!braceLength(Sources, Place))
    return Obstacle::BraceSpelledOtherwise;
  if (beginsWithLocalLabels(*C.Function))
    return Obstacle::LocalLabels;
  const llvm::StringRef Text = Sources.getBufferData(Place.File);
  const auto [Macros, New] = PragmaMacros.try_emplace(Place.File);
  if (New)
    Macros->second = pragmaMacros(Text);
  if (beginsWithPragma(
          Text.drop_front(Place.Offset + braceLength(Sources, Place)),
          Macros->second, Context.getLangOpts()))
    return Obstacle::PragmaFirst;
  return std::nullopt;
}

static bool hasInterruptAttribute(const FunctionDecl &Function) {
  // Each target has a class of its own for it.
  for (const Attr *A : Function.attrs()) {
    const llvm::StringRef Name = A->getSpelling();
    if (Name == "interrupt" || Name == "signal")
      return true;
  }
  return false;
}

static bool isExternalInline(const FunctionDecl &Function) {
  if (!Function.isExternallyVisible() ||
      (Function.getLangOpts().CPlusPlus && !Function.hasAttr<GNUInlineAttr>()))
    return false;
  return llvm::any_of(Function.redecls(),
                      [](const FunctionDecl *D) { return D->isInlined(); });
}

// What the probe is made of could not be inlined there. More features than the
// unit's are no hindrance.
static bool isForOtherProcessor(const FunctionDecl &Function) {
  const auto *Target = Function.getAttr<TargetAttr>();
  if (!Target)
    return false;
  llvm::SmallVector<llvm::StringRef, 8> Features;
  Target->getFeaturesStr().split(Features, ',');
  return llvm::any_of(Features, [](llvm::StringRef Feature) {
    Feature = Feature.trim();
    return Feature.starts_with("arch=") || Feature.starts_with("no-") ||
           Feature == "general-regs-only";
  });
}

// Sema calls every lambda constexpr whose declaration allows it. One whose body
// can never be evaluated at compile time may hold static data.
static bool mayBeConstant(const FunctionDecl &Lambda) {
  if (!Lambda.isConstexpr())
    return false;
  if (Lambda.isConsteval() || Lambda.isDependentContext())
    return true;
  llvm::SmallVector<PartialDiagnosticAt, 1> Notes;
  return Expr::isPotentialConstantExpr(&Lambda, Notes);
}

bool Eligibility::isResolver(const FunctionDecl &Function) const {
  if (Resolvers.empty() || Function.isDependentContext())
    return false;
  // GCC gives static functions in extern "C" their plain name.
  if (Function.isInExternCContext() && Function.getIdentifier() &&
      Resolvers.count(Function.getName().str()))
    return true;
  return Resolvers.count(ASTNameGenerator(Context).getName(&Function));
}

std::optional<Obstacle> Eligibility::ofFunction(const Candidate &C) const {
  const FunctionDecl &Function = *C.Function;
  if (Function.isInvalidDecl() || C.Body.Errors)
    return Obstacle::Errors;
  if (C.Lambda && mayBeConstant(Function))
    return Obstacle::ConstexprLambda;
  if (!C.Lambda && Function.isConstexpr())
    return Obstacle::Constexpr;
  if (isExternalInline(Function))
    return Obstacle::ExternalInline;
  if (C.Body.AsksForInlining && Function.isInlineSpecified() &&
      !Function.hasAttr<AlwaysInlineAttr>())
    return Obstacle::InlineDependent;
  if (Function.hasAttr<NakedAttr>())
    return Obstacle::Naked;
  if (hasInterruptAttribute(Function))
    return Obstacle::Interrupt;
  if (isResolver(Function))
    return Obstacle::IfuncResolver;
  if (Function.isMultiVersion() || Function.hasAttr<TargetClonesAttr>() ||
      Function.hasAttr<TargetVersionAttr>())
    return Obstacle::TargetVersions;
  if (isForOtherProcessor(Function))
    return Obstacle::OtherProcessor;
  if (C.Body.Coroutine)
    return Obstacle::Coroutine;
  if (C.Body.MustTail)
    return Obstacle::MustTail;
  if (C.Body.ApplyArgs)
    return Obstacle::ApplyArgs;
  return std::nullopt;
}

} // namespace spile
