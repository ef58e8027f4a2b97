#include "rewriters/raw_lexer.h"
#include <clang/Basic/LangOptions.h>

namespace spile {

// Raw literals and digit separators need C++; C has nothing that lexes
// otherwise.
static clang::LangOptions rawOptions() {
  clang::LangOptions Opts;
  Opts.CPlusPlus = Opts.CPlusPlus11 = Opts.CPlusPlus14 = true;
  Opts.LineComment = Opts.Digraphs = true;
  return Opts;
}

void forEachRawToken(
    llvm::StringRef Text,
    llvm::function_ref<void(const clang::Token &, unsigned, unsigned)> Take) {
  std::string Copy = Text.str(); // the lexer wants a terminated buffer
  clang::LangOptions Opts = rawOptions();
  clang::Lexer Lex(clang::SourceLocation(), Opts, Copy.data(), Copy.data(),
                   Copy.data() + Copy.size());
  Lex.SetCommentRetentionState(true);
  clang::Token Tok;
  do {
    Lex.LexFromRawLexer(Tok);
    unsigned End = static_cast<unsigned>(Lex.getBufferLocation() - Copy.data());
    Take(Tok, End - Tok.getLength(), End);
  } while (Tok.isNot(clang::tok::eof));
}

} // namespace spile
