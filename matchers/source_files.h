// The physical files of a parse, under one name each.
//
// Positions are those of the bytes in the file: #line directives and macro
// expansions do not move them.
#pragma once

#include <clang/Basic/SourceLocation.h>
#include <llvm/ADT/DenseMap.h>
#include <memory>
#include <string>

namespace clang {
class FileEntry;
class SourceManager;
} // namespace clang

namespace spile {

// A byte of a file. Line and Column count from 1, in bytes.
struct FilePlace {
  clang::FileID File;
  unsigned Offset = 0, Line = 0, Column = 0;
};

class SourceFiles {
public:
  explicit SourceFiles(const clang::SourceManager &InSources)
      : Sources(InSources) {}

  // The absolute path without . and .. under which Clang first opened the file;
  // the same string for every name of one file. Empty for text that is in no
  // file. The reference lives as long as this object.
  const std::string &name(clang::FileID File);

  // Where the location stands in its file; for one in a macro, where the
  // macro is used.
  FilePlace place(clang::SourceLocation Location) const;

private:
  const clang::SourceManager &Sources;
  llvm::DenseMap<clang::FileID, std::string *> ById;
  llvm::DenseMap<const clang::FileEntry *, std::unique_ptr<std::string>> Names;
  std::string None;
};

} // namespace spile
