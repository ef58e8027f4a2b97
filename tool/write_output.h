// The only place where Spile writes files that people own.
//
// A file is written whole or not at all: a temporary file beside it, fsync,
// then rename. Mode and owner stay; a symbolic link stays one, its target is
// written. Ctrl-C removes the temporary file and leaves the old one.
#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Error.h>
#include <optional>
#include <string>

namespace spile {

// Replaces or creates the file `Path` (its folder must exist). With `Expected`,
// only when the file still holds these bytes; else an error, nothing written.
llvm::Error writeWhole(const std::string &Path, llvm::StringRef Text,
                       std::optional<llvm::StringRef> Expected = std::nullopt);

// writeWhole of a file in a mirrored tree: makes folders, takes the mode of
// `Like`, and does not touch a file that holds Text already.
llvm::Error writeMirrored(const std::string &Path, llvm::StringRef Text,
                          const std::string &Like);

} // namespace spile
