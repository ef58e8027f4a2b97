#include "tool/launcher_runtime.h"
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

namespace spile {
namespace {

std::string beside(llvm::StringRef Program, llvm::StringRef Relative) {
  llvm::SmallString<256> Path(Program);
  llvm::sys::path::remove_filename(Path); // bin/
  llvm::sys::path::append(Path, "..", Relative);
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return Path.str().str();
}

bool isConfigured(llvm::StringRef Dir, llvm::StringRef Folder) {
  std::error_code Failed;
  for (llvm::sys::fs::directory_iterator I(Folder, Failed), End;
       !Failed && I != End; I.increment(Failed)) {
    auto Text = llvm::MemoryBuffer::getFile(I->path());
    if (!Text)
      continue;
    llvm::SmallVector<llvm::StringRef, 8> Lines;
    (*Text)->getBuffer().split(Lines, '\n');
    if (llvm::is_contained(Lines, Dir))
      return true;
  }
  return false;
}

} // namespace

RuntimePlace findRuntime(llvm::StringRef Program) {
  RuntimePlace Place;
  std::string Include = beside(Program, "share/spile/include");
  if (llvm::sys::fs::exists(Include + "/spile/spile.h"))
    Place.Include = Include;
  std::string Library = beside(Program, SPILE_LIBDIR);
  if (llvm::sys::fs::exists(Library + "/libspile.so") ||
      llvm::sys::fs::exists(Library + "/libspile.a"))
    Place.Library = Library;
  return Place;
}

bool isDefaultLibraryFolder(llvm::StringRef Dir) {
  for (llvm::StringRef Default : {"/lib", "/usr/lib", "/lib64", "/usr/lib64"})
    if (Dir == Default)
      return true;
  return isConfigured(Dir, "/etc/ld.so.conf.d");
}

std::vector<std::string> runtimeArguments(const CommandLine &Line,
                                          const RuntimePlace &Place,
                                          bool Static) {
  if (Line.Until != Stage::Link || Line.Inputs.empty() || Place.Library.empty())
    return {};
  bool WholeStatic = Line.has("-static") || Line.has("-static-pie");
  // libtool names the standard libraries by itself; the shared library is taken
  // only where an object needs it.
  bool Bare = Line.has("-nostdlib") || Line.has("-nodefaultlibs");
  if (Line.has("-r") || (Bare && WholeStatic))
    return {};
  std::string Shared = Place.Library + "/libspile.so";
  std::string Archive = Place.Library + "/libspile.a";
  // After -x c the library would be read as C text.
  std::vector<std::string> Out;
  if (Line.has("-x"))
    Out = {"-x", "none"};
  if ((WholeStatic || (Static && !Bare && !Line.has("-shared"))) &&
      llvm::sys::fs::exists(Archive)) {
    llvm::append_range(Out, std::vector<std::string>{Archive, "-pthread"});
    return Out;
  }
  if (WholeStatic || !llvm::sys::fs::exists(Shared))
    return {};
  llvm::append_range(Out,
                     std::vector<std::string>{"-Wl,--push-state,--as-needed",
                                              Shared, "-Wl,--pop-state"});
  if (!isDefaultLibraryFolder(Place.Library))
    Out.push_back("-Wl,-rpath," + Place.Library);
  return Out;
}

} // namespace spile
