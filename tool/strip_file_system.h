// Shows source files as they are without Spile's insertions, so that a tree
// that is instrumented in place parses, and is measured, as the original.
#pragma once

#include "rewriters/strip.h"
#include <llvm/ADT/StringMap.h>
#include <llvm/Support/VirtualFileSystem.h>
#include <map>

namespace spile {

class StripFileSystem : public llvm::vfs::ProxyFileSystem {
public:
  using ProxyFileSystem::ProxyFileSystem;

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &Path) override;

  // What stands on disk at an absolute path without dots that was read with
  // insertions taken away; null when nothing was.
  const std::string *onDisk(llvm::StringRef Path) const;

private:
  std::map<std::string, std::string, std::less<>> Taken;
};

} // namespace spile
