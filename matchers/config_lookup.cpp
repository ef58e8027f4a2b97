#include "matchers/config.h"
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

namespace spile {

std::optional<std::string> findConfig(llvm::StringRef Source) {
  llvm::SmallString<256> Absolute(Source);
  if (llvm::sys::fs::make_absolute(Absolute))
    return std::nullopt;
  llvm::sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
  for (llvm::StringRef Folder = llvm::sys::path::parent_path(Absolute);
       !Folder.empty(); Folder = llvm::sys::path::parent_path(Folder)) {
    llvm::SmallString<256> Path(Folder);
    llvm::sys::path::append(Path, ".spile.yaml");
    if (llvm::sys::fs::is_regular_file(Path))
      return Path.str().str();
  }
  return std::nullopt;
}

} // namespace spile
