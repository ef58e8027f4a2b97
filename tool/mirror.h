// Where the files of a run lie in the mirrored tree, and which files are copied
// so that the tree builds.
#pragma once

#include "tool/options.h"
#include <llvm/Support/Error.h>
#include <map>
#include <string>

namespace spile {

class Mirror {
public:
  // The tree's top is the current folder when all of `Paths` lie below it, else
  // the deepest folder that holds them all.
  Mirror(const std::string &Folder, const std::vector<std::string> &Paths);

  // The path in the tree of an absolute source path; empty when it lies outside
  // of the top.
  std::string placeOf(llvm::StringRef Source) const;

  // Writes `Texts` (absolute source path -> text), and copies every other file
  // below those of `Paths` that are folders: regular files with their modes,
  // symbolic links as they are. `.git` and the output are left out. A path of
  // `Paths` that is a link becomes one.
  llvm::Error write(const std::map<std::string, std::string> &Texts) const;

private:
  llvm::Error copyFolder(const std::string &Folder,
                         const std::map<std::string, std::string> &Texts) const;

  std::string Output, Top;                 // absolute
  std::vector<std::string> Folders, Links; // of those that were given
};

} // namespace spile
