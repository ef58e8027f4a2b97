// Whether a function that a rule took can be edited.
//
// What is inserted behind the opening brace is a static variable and a guard
// with a cleanup; obstacle.h lists what can stand in the way.
#pragma once

#include "matchers/candidate.h"
#include "matchers/obstacle.h"
#include <clang/AST/ASTContext.h>
#include <map>
#include <optional>
#include <set>
#include <unordered_set>

namespace spile {

// Asks about the functions of one unit.
class Eligibility {
public:
  explicit Eligibility(clang::ASTContext &Context);

  // The first obstacle that stands in the way; nullopt: it can be edited.
  std::optional<Obstacle> obstacle(const Candidate &C) const;

private:
  std::optional<Obstacle> ofUnit() const;
  std::optional<Obstacle> ofPlace(const Candidate &C) const;
  std::optional<Obstacle> ofFunction(const Candidate &C) const;
  bool isResolver(const clang::FunctionDecl &Function) const;

  clang::ASTContext &Context;
  std::unordered_set<std::string> Resolvers; // linker names
  // Of each file, found when it is asked for first.
  mutable std::map<clang::FileID, std::set<llvm::StringRef>> PragmaMacros;
};

// The opening brace of the body, of a function try block too; null location
// when there is none.
clang::SourceLocation openingBrace(const clang::FunctionDecl &Function);

// 1 for `{`, 2 for the digraph `<%`, 0 when neither is written at that place.
unsigned braceLength(const clang::SourceManager &Sources, FilePlace Place);

} // namespace spile
