#include "matchers/source_files.h"
#include <clang/Basic/FileManager.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/Support/Path.h>

namespace spile {

const std::string &SourceFiles::name(clang::FileID File) {
  std::string *&Known = ById[File];
  if (Known)
    return *Known;
  const clang::OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File);
  if (!Entry)
    return *(Known = &None);
  std::unique_ptr<std::string> &Name = Names[&Entry->getFileEntry()];
  if (!Name) {
    llvm::SmallString<256> Path(Entry->getName());
    Sources.getFileManager().makeAbsolutePath(Path);
    llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
    Name = std::make_unique<std::string>(Path.str());
  }
  return *(Known = Name.get());
}

FilePlace SourceFiles::place(clang::SourceLocation Location) const {
  const auto [File, Offset] =
      Sources.getDecomposedLoc(Sources.getExpansionLoc(Location));
  return {File, Offset, Sources.getLineNumber(File, Offset),
          Sources.getColumnNumber(File, Offset)};
}

} // namespace spile
