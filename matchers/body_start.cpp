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

bool beginsWithPragma(llvm::StringRef BehindBrace,
                      const LangOptions &Language) {
  // A Lexer wants a null behind its text, which a buffer of Clang's has.
  Lexer Lex(SourceLocation(), Language, BehindBrace.data(), BehindBrace.data(),
            BehindBrace.end());
  Token First, Word;
  for (Lex.LexFromRawLexer(First); First.is(tok::hash);) {
    Lex.LexFromRawLexer(Word);
    if (Word.is(tok::raw_identifier) && Word.getRawIdentifier() == "pragma" &&
        standsFirst(BehindBrace.substr(Lex.getCurrentBufferOffset())))
      return true;
    do
      Lex.LexFromRawLexer(First);
    while (First.isNot(tok::eof) && !First.isAtStartOfLine());
  }
  if (First.isNot(tok::raw_identifier) || First.getRawIdentifier() != "_Pragma")
    return false;
  Lex.LexFromRawLexer(Word); // (
  Lex.LexFromRawLexer(Word);
  return Word.is(tok::string_literal) &&
         standsFirst(llvm::StringRef(Word.getLiteralData(), Word.getLength())
                         .drop_until([](char C) { return C == '"'; })
                         .drop_front());
}

} // namespace spile
