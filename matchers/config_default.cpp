#include "matchers/config.h"
#include "matchers/predicates/tiny_leaf.h"
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

namespace spile {

Config defaultConfig(llvm::StringRef Root) {
  llvm::SmallString<256> Folder(Root);
  (void)llvm::sys::fs::make_absolute(Folder); // stays relative if that fails
  llvm::sys::path::remove_dots(Folder, /*remove_dot_dot=*/true);
  Config Cfg;
  Cfg.Root = Folder.str().str();
  Cfg.Rules.push_back({"default", {makeNoTinyLeaf()}});
  return Cfg;
}

} // namespace spile
