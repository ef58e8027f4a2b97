#include "tool/launcher_probe.h"
#include "tool/command_line.h"
#include <llvm/Support/Path.h>

namespace spile {
namespace {

bool hasProbeName(llvm::StringRef File) {
  llvm::StringRef Stem = llvm::sys::path::stem(File);
  return Stem == "conftest" || Stem == "testCCompiler" ||
         Stem == "testCXXCompiler" || Stem == "CMakeCCompilerId" ||
         Stem == "CMakeCXXCompilerId" || Stem.starts_with("sanitycheckc") ||
         Stem.starts_with("_configtest");
}

} // namespace

bool isBuildProbe(llvm::StringRef Source, llvm::StringRef Directory) {
  if (hasProbeName(llvm::sys::path::filename(Source)))
    return true;
  std::string Path = absoluteFrom(Directory, Source);
  bool InCMake = false;
  for (auto I = llvm::sys::path::begin(Path), End = llvm::sys::path::end(Path);
       I != End; ++I) {
    if (*I == "meson-private")
      return true;
    if (InCMake && (*I == "CMakeTmp" || *I == "CMakeScratch" ||
                    I->starts_with("CompilerId")))
      return true;
    InCMake |= *I == "CMakeFiles";
  }
  return false;
}

} // namespace spile
