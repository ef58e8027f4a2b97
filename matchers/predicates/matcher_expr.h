// matcher: 'functionDecl(hasDescendant(callExpr()))'
//
// The language of clang-query, evaluated on the function's declaration (of a
// template: on the pattern).
#pragma once

#include "matchers/predicates/predicate.h"
#include <clang/ASTMatchers/ASTMatchers.h>
#include <llvm/ADT/StringRef.h>
#include <memory>
#include <string>
#include <variant>

namespace spile {

// What is wrong with an expression, at which byte of its text.
struct MatcherError {
  size_t Offset = 0;
  std::string Text;
};

// Parses the expression; an error when it is malformed or can match no
// function.
std::variant<clang::ast_matchers::DeclarationMatcher, MatcherError>
parseMatcher(llvm::StringRef Text);

std::shared_ptr<const Predicate>
makeMatcherExpr(clang::ast_matchers::DeclarationMatcher Matcher,
                std::string Place);

} // namespace spile
