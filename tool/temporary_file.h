// A new file beside another one, to be renamed over it.
#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Error.h>
#include <string>

namespace spile {

struct TemporaryFile {
  int Fd = -1; // closed by the caller; close-on-exec, mode 0600
  std::string Path;
};

// Makes `Model` with six random characters behind it. (LLVM's functions replace
// every '%' of a path, those of the user's own folders too.)
llvm::Expected<TemporaryFile> makeTemporary(llvm::StringRef Model);

// Writes a new file and renames it to `Path`, with the mode that a file has
// there or, for a new one, that the umask gives. Whole or not at all, not
// synced: for build products and caches.
llvm::Error replaceFile(const std::string &Path, llvm::StringRef Text);

} // namespace spile
