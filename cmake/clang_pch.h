// The headers that cost most to parse; see SpileClang.cmake. The AST matchers
// are left out on purpose: few files need them, and they double the header's
// size.
#include <clang/AST/ASTConsumer.h>
#include <clang/AST/ASTContext.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Lex/Lexer.h>
#include <clang/Lex/Preprocessor.h>
#include <clang/Tooling/Tooling.h>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <vector>
