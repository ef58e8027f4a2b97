// Answers kept between runs: a key's text to a list of strings.
//
// Files in $XDG_CACHE_HOME/spile, else ~/.cache/spile; without either, nothing
// is kept. An entry holds its whole key, so that two keys with one hash, and
// damaged files, are no answers. Written atomically; thread and process safe.
#pragma once

#include <llvm/ADT/StringRef.h>
#include <optional>
#include <string>
#include <vector>

namespace spile {

// The folder, made if need be; empty if there is none.
std::string answerFolder();

std::optional<std::vector<std::string>> loadAnswer(llvm::StringRef Key);

// Does nothing where the folder cannot be written.
void storeAnswer(llvm::StringRef Key, const std::vector<std::string> &Answer);

// A file name for the key: 32 hexadecimal digits.
std::string hashName(llvm::StringRef Key);

} // namespace spile
