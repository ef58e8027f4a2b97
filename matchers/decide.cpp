#include "matchers/decide.h"
#include "matchers/predicates/predicate.h"
#include <clang/AST/Attr.h>
#include <clang/AST/Decl.h>

namespace spile {

static bool isAnnotated(const clang::FunctionDecl &Function) {
  for (const auto *A : Function.specific_attrs<clang::AnnotateAttr>())
    if (A->getAnnotation() == "spile")
      return true;
  return false;
}

static std::string whatTook(const Rule &R, const Candidate &C) {
  for (const auto &P : R.AllOf)
    if (std::string Text = P->took(C); !Text.empty())
      return Text;
  return R.Place + ": every function";
}

Decision decide(const Candidate &C, const Config &Cfg) {
  if (C.Function->hasAttr<clang::NoInstrumentFunctionAttr>())
    return {false, "attribute no_instrument_function"};
  if (isAnnotated(*C.Function))
    return {true, "attribute annotate(\"spile\")"};
  if (C.Lambda && !Cfg.Lambdas)
    return {false, "lambda (lambdas: true takes them)"};
  for (const auto &P : Cfg.Exclude)
    if (P->holds(C))
      return {false, P->took(C)};
  std::string Why = "matched by no rule";
  auto Furthest = Predicate::Depth::Selects;
  for (const Rule &R : Cfg.Rules) {
    const Predicate *Failed = nullptr;
    for (const auto &P : R.AllOf)
      if (!Failed && !P->holds(C))
        Failed = P.get();
    if (!Failed)
      return {true, whatTook(R, C)};
    if (Failed->depth() > Furthest) {
      Furthest = Failed->depth();
      Why = Failed->refused(C);
    }
  }
  return {false, Why};
}

} // namespace spile
