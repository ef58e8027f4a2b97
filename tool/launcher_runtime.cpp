#include "tool/launcher_runtime.h"
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>
#include <set>

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

bool isLinkedByOthers(llvm::StringRef Directory) {
  std::unique_ptr<llvm::MemoryBuffer> Cache;
  for (; !Cache && !Directory.empty();
       Directory = llvm::sys::path::parent_path(Directory))
    if (auto Found = llvm::MemoryBuffer::getFile(Directory + "/CMakeCache.txt"))
      Cache = std::move(*Found);
  if (!Cache)
    return false;
  // NAME:TYPE=VALUE
  std::set<llvm::StringRef> Known, Ours;
  llvm::SmallVector<llvm::StringRef, 0> Lines;
  Cache->getBuffer().split(Lines, '\n');
  for (llvm::StringRef Line : Lines) {
    llvm::StringRef Name = Line.split(':').first;
    if (!Name.starts_with("CMAKE_C"))
      continue;
    Known.insert(Name);
    if (Line.split('=').second.contains("spile-cc"))
      Ours.insert(Name);
  }
  bool Compiles = false, Links = true;
  for (const char *Language : {"CMAKE_C", "CMAKE_CXX"}) {
    auto Of = [&](const char *What) { return std::string(Language) + What; };
    if (!Known.count(Of("_COMPILER")))
      continue;
    Compiles |= Ours.count(Of("_COMPILER_LAUNCHER")) != 0;
    Links &= Ours.count(Of("_LINKER_LAUNCHER")) != 0;
  }
  return Compiles && !Links;
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
