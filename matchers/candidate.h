// One function definition on its way to a verdict.
#pragma once

#include "matchers/body_facts.h"
#include "matchers/source_files.h"
#include <string>

namespace clang {
class ASTContext;
class FunctionDecl;
} // namespace clang

namespace spile {

struct Candidate {
  const clang::FunctionDecl *Function = nullptr;
  clang::ASTContext *Context = nullptr;
  std::string Name; // qualified
  FilePlace Place;  // of the name; of a lambda's introducer
  std::string File; // absolute; the file of Place
  BodyFacts Body;
  bool Lambda = false;
};

} // namespace spile
