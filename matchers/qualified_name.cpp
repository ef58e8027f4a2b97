#include "matchers/qualified_name.h"
#include <clang/AST/DeclCXX.h>

namespace spile {

using namespace clang;

static bool isLambdaCall(const FunctionDecl &Function) {
  const auto *Method = llvm::dyn_cast<CXXMethodDecl>(&Function);
  return Method && Method->getParent()->isLambda();
}

static std::string recordName(const TagDecl &Tag) {
  if (const auto *Class = llvm::dyn_cast<CXXRecordDecl>(&Tag))
    if (Class->isLambda())
      return "(lambda)";
  if (Tag.getIdentifier())
    return Tag.getName().str();
  if (const TypedefNameDecl *Typedef = Tag.getTypedefNameForAnonDecl())
    return Typedef->getName().str();
  return "(anonymous)";
}

static std::string ownName(const FunctionDecl &Function) {
  // Clang prints these two with the template arguments of the class.
  if (const auto *Ctor = llvm::dyn_cast<CXXConstructorDecl>(&Function))
    return recordName(*Ctor->getParent());
  if (const auto *Dtor = llvm::dyn_cast<CXXDestructorDecl>(&Function))
    return '~' + recordName(*Dtor->getParent());
  // The name of this one holds a canonical type: type-parameter-0-0.
  if (const auto *To = llvm::dyn_cast<CXXConversionDecl>(&Function))
    return "operator " + To->getConversionType().getAsString(
                             PrintingPolicy(Function.getLangOpts()));
  return Function.getNameAsString();
}

std::string qualifiedName(const FunctionDecl &Function) {
  // A lambda's call operator goes by the name of its closure class.
  std::string Name = isLambdaCall(Function) ? "" : ownName(Function);
  for (const DeclContext *Scope = Function.getDeclContext(); Scope;
       Scope = Scope->getParent()) {
    std::string Outer;
    if (const auto *Space = llvm::dyn_cast<NamespaceDecl>(Scope))
      Outer = Space->isAnonymousNamespace() ? "(anonymous namespace)"
                                            : Space->getName().str();
    else if (const auto *Tag = llvm::dyn_cast<TagDecl>(Scope))
      Outer = recordName(*Tag);
    else if (const auto *In = llvm::dyn_cast<FunctionDecl>(Scope);
             In && !isLambdaCall(*In))
      Outer = ownName(*In);
    if (!Outer.empty())
      Name = Name.empty() ? Outer : Outer + "::" + Name;
  }
  return Name;
}

} // namespace spile
