// A private folder for the files of one compiler call.
//
//   $TMPDIR/spile-UID/HASH/   rewritten sources and headers, overlay, response file
//   $TMPDIR/spile-UID/HASH.lock
//
// The name depends on the call alone, so that compiler caches see the same
// command again. Two identical calls at once: the second waits. Removed, with
// its lock, by the destructor or removeNow().
#pragma once

#include <llvm/Support/Error.h>
#include <memory>
#include <string>

namespace spile {

class WorkFolder {
public:
  // `Key`: text of the call.
  static llvm::Expected<std::unique_ptr<WorkFolder>> make(llvm::StringRef Key);
  ~WorkFolder();
  WorkFolder(const WorkFolder &) = delete;
  WorkFolder &operator=(const WorkFolder &) = delete;

  const std::string &path() const { return Path; }

  // Writes a file of the folder, making folders on the way; its path.
  llvm::Expected<std::string> write(llvm::StringRef Name, llvm::StringRef Text);
  void removeNow();

private:
  WorkFolder(std::string Folder, int Fd) : Path(std::move(Folder)), Lock(Fd) {}
  std::string Path;
  int Lock; // descriptor, -1 once removed
};

} // namespace spile
