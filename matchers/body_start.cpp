#include "matchers/body_start.h"
#include <clang/AST/Stmt.h>
#include <clang/Basic/LangOptions.h>
#include <clang/Lex/Lexer.h>

namespace spile {

using namespace clang;

bool beginsWithLocalLabels(const FunctionDecl &Function) {
  const auto *Body = llvm::dyn_cast_or_null<CompoundStmt>(Function.getBody());
  if (!Body || Body->body_empty())
    return false;
  const auto *First = llvm::dyn_cast<DeclStmt>(Body->body_front());
  return First && First->decl_begin() != First->decl_end() &&
         llvm::isa<LabelDecl>(*First->decl_begin());
}

// The words behind "pragma".
static bool standsFirst(llvm::StringRef Pragma) {
  Pragma = Pragma.ltrim();
  auto [Word, Rest] = Pragma.split(' ');
  if (Word == "clang")
    return Rest.ltrim().starts_with("fp");
  if (Word == "STDC")
    return true;
  const llvm::StringRef Name = Word.take_until(
      [](char C) { return C == '(' || C == '\t' || C == '\n' || C == '\r'; });
  return Name == "STDC" || Name == "float_control" || Name == "fenv_access" ||
         Name == "fenv_round";
}

// Text is `_Pragma("...")` with one of those pragmas.
static bool isOperator(llvm::StringRef Text) {
  return Text.consume_front("_Pragma") &&
         (Text = Text.ltrim()).consume_front("(") &&
         (Text = Text.ltrim()).consume_front("\"") && standsFirst(Text);
}

std::set<llvm::StringRef> pragmaMacros(llvm::StringRef Text) {
  std::set<llvm::StringRef> Names;
  for (llvm::StringRef Line; !Text.empty();) {
    std::tie(Line, Text) = Text.split('\n');
    Line = Line.ltrim();
    if (!Line.consume_front("#") ||
        !(Line = Line.ltrim()).consume_front("define"))
      continue;
    Line = Line.ltrim();
    const llvm::StringRef Name = Line.take_until(
        [](char C) { return C == ' ' || C == '\t' || C == '('; });
    if (isOperator(Line.drop_front(Name.size()).ltrim()))
      Names.insert(Name);
  }
  return Names;
}

bool beginsWithPragma(llvm::StringRef Body,
                      const std::set<llvm::StringRef> &Macros,
                      const LangOptions &Language) {
  // A Lexer wants a null behind its text, which a buffer of Clang's has.
  Lexer Lex(SourceLocation(), Language, Body.data(), Body.data(), Body.end());
  Token First, Word;
  for (Lex.LexFromRawLexer(First); First.is(tok::hash);) {
    Lex.LexFromRawLexer(Word);
    if (Word.is(tok::raw_identifier) && Word.getRawIdentifier() == "pragma" &&
        standsFirst(Body.substr(Lex.getCurrentBufferOffset())))
      return true;
    do
      Lex.LexFromRawLexer(First);
    while (First.isNot(tok::eof) && !First.isAtStartOfLine());
  }
  if (First.isNot(tok::raw_identifier))
    return false;
  const llvm::StringRef Name = First.getRawIdentifier();
  return Name == "_Pragma" ? isOperator(llvm::StringRef(
                                 Name.data(), Body.end() - Name.data()))
                           : Macros.count(Name) != 0;
}

} // namespace spile
