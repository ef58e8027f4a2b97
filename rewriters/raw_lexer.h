// Walks the raw tokens of a text: no preprocessing, inactive branches included.
#pragma once

#include <clang/Lex/Lexer.h>
#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/ADT/StringRef.h>

namespace spile {

// Calls `Take(token, begin, end)` for each token, comments too, and last for
// the end of the text; begin and end are byte offsets.
void forEachRawToken(
    llvm::StringRef Text,
    llvm::function_ref<void(const clang::Token &, unsigned, unsigned)> Take);

} // namespace spile
