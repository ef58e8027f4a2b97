#include "matchers/predicates/matcher_expr.h"
#include <clang/ASTMatchers/ASTMatchFinder.h>
#include <clang/ASTMatchers/Dynamic/Diagnostics.h>
#include <clang/ASTMatchers/Dynamic/Parser.h>
#include <llvm/ADT/StringExtras.h>

namespace spile {

namespace dynamic = clang::ast_matchers::dynamic;
using clang::ast_matchers::DeclarationMatcher;

namespace {

class MatcherExpr : public Predicate {
public:
  MatcherExpr(DeclarationMatcher InMatcher, std::string InPlace)
      : Matcher(std::move(InMatcher)), Place(std::move(InPlace)) {}

  bool holds(const Candidate &C) const override {
    return !clang::ast_matchers::match(Matcher, *C.Function, *C.Context)
                .empty();
  }
  std::string took(const Candidate &) const override {
    return Place + ": matcher";
  }
  std::string refused(const Candidate &) const override {
    return Place + ": not matched by the matcher";
  }
  Depth depth() const override { return Depth::Narrows; }

private:
  DeclarationMatcher Matcher;
  std::string Place;
};

} // namespace

static size_t offsetOf(llvm::StringRef Text, unsigned Line, unsigned Column) {
  size_t Offset = 0;
  for (; Line > 1; --Line) {
    const size_t End = Text.find('\n', Offset);
    if (End == llvm::StringRef::npos)
      break;
    Offset = End + 1;
  }
  return std::min(Offset + (Column ? Column - 1 : 0), Text.size());
}

// Clang gives "line:column: text", a line each.
static MatcherError firstError(llvm::StringRef Code,
                               const dynamic::Diagnostics &Errors) {
  const std::string All = Errors.toString();
  const llvm::StringRef First = llvm::StringRef(All).split('\n').first;
  const auto [LineText, AfterLine] = First.split(':');
  const auto [ColumnText, Message] = AfterLine.split(':');
  unsigned Line = 0, Column = 0;
  if (LineText.getAsInteger(10, Line) || ColumnText.getAsInteger(10, Column))
    return {0, First.str()};
  std::string Text = Message.trim().rtrim('.').str();
  if (!Text.empty())
    Text[0] = llvm::toLower(Text[0]);
  return {offsetOf(Code, Line, Column), Text};
}

template <class... Kinds>
static bool
canMatchAny(const clang::ast_matchers::internal::DynTypedMatcher &M) {
  return (M.canMatchNodesOfKind(clang::ASTNodeKind::getFromNodeKind<Kinds>()) ||
          ...);
}

static bool
canMatchFunctions(const clang::ast_matchers::internal::DynTypedMatcher &M) {
  return M.canConvertTo<clang::Decl>() &&
         canMatchAny<clang::FunctionDecl, clang::CXXMethodDecl,
                     clang::CXXConstructorDecl, clang::CXXDestructorDecl,
                     clang::CXXConversionDecl>(M);
}

std::variant<DeclarationMatcher, MatcherError>
parseMatcher(llvm::StringRef Text) {
  dynamic::Diagnostics Errors;
  llvm::StringRef Code = Text;
  const auto Matcher = dynamic::Parser::parseMatcherExpression(Code, &Errors);
  if (!Matcher)
    return firstError(Text, Errors);
  if (!canMatchFunctions(*Matcher))
    return MatcherError{0, "it can match no function; begin it with "
                           "functionDecl(...)"};
  return Matcher->unconditionalConvertTo<clang::Decl>();
}

std::shared_ptr<const Predicate> makeMatcherExpr(DeclarationMatcher Matcher,
                                                 std::string Place) {
  return std::make_shared<MatcherExpr>(std::move(Matcher), std::move(Place));
}

} // namespace spile
