#include "tool/inputs.h"
#include <clang/Driver/Types.h>
#include <clang/Tooling/CompilationDatabase.h>
#include <clang/Tooling/JSONCompilationDatabase.h>
#include <fmt/format.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <set>

namespace spile {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

std::string cleanPath(llvm::StringRef Path) {
  llvm::SmallString<256> Out(Path);
  (void)fs::make_absolute(Out); // stays relative if that fails
  path::remove_dots(Out, /*remove_dot_dot=*/true);
  return Out.str().str();
}

std::string unlinked(const std::string &Path) {
  llvm::SmallString<256> Real, Here;
  if (fs::real_path(Path, Real) || fs::real_path(".", Here))
    return Path;
  llvm::StringRef Below = Real;
  if (!Below.consume_front(Here) || !Below.starts_with("/"))
    return Path;
  return cleanPath(".") + Below.str();
}

std::string shownPath(llvm::StringRef Path) {
  std::string Here = cleanPath(".") + "/";
  Path.consume_front(Here);
  return Path.str();
}

namespace {

enum class Kind { Other, Source, Header };

Kind kindOf(llvm::StringRef Path) {
  llvm::StringRef Ext = path::extension(Path);
  static const std::set<llvm::StringRef> Headers = {
      ".h", ".hh", ".hpp", ".hxx", ".H", ".inc", ".inl", ".ipp", ".tcc"};
  static const std::set<llvm::StringRef> Sources = {
      ".c", ".cc", ".cp", ".cpp", ".cxx", ".c++", ".C", ".CPP"};
  return Sources.count(Ext)   ? Kind::Source
         : Headers.count(Ext) ? Kind::Header
                              : Kind::Other;
}

void walk(const std::string &Folder, std::vector<std::string> &Out) {
  std::error_code Error;
  fs::recursive_directory_iterator It(Folder, Error, /*follow=*/false), End;
  for (; !Error && It != End; It.increment(Error)) {
    if (path::filename(It->path()) == ".git")
      It.no_push();
    else if (kindOf(It->path()) != Kind::Other &&
             fs::is_regular_file(It->path()))
      Out.push_back(cleanPath(It->path()));
  }
}

using clang::tooling::CompilationDatabase;

std::unique_ptr<CompilationDatabase> readDatabase(const std::string &Folder,
                                                  std::string &Error) {
  llvm::SmallString<256> File(Folder);
  path::append(File, "compile_commands.json");
  return clang::tooling::JSONCompilationDatabase::loadFromFile(
      File, Error, clang::tooling::JSONCommandLineSyntax::Gnu);
}

// Without -p: as clang tools do, in the folder of the first path or above it;
// and in `build` below the current folder.
std::unique_ptr<CompilationDatabase> lookForDatabase(const Options &Opts,
                                                     std::string &Error) {
  std::string At = cleanPath(Opts.Paths.empty() ? "." : Opts.Paths.front());
  for (llvm::StringRef Folder = At; !Folder.empty();
       Folder = path::parent_path(Folder))
    if (fs::exists(Folder + "/compile_commands.json"))
      return readDatabase(Folder.str(), Error);
  if (fs::exists("build/compile_commands.json"))
    return readDatabase("build", Error);
  Error = "no compile_commands.json in its folder or above it; name its folder "
          "with -p, or give compiler flags behind --";
  return nullptr;
}

class Finder {
public:
  Finder(const Options &InOpts, Diagnostics &InOut)
      : Opts(InOpts), Out(InOut) {}

  std::vector<InputUnit> run() {
    if (!Opts.Flags && !openDatabase())
      return {};
    if (Opts.Paths.empty() && Opts.Flags)
      fail("", "give the files that the flags behind -- are for");
    else if (Opts.Paths.empty())
      for (const auto &[Path, Commands] : Known)
        take(Path);
    for (const std::string &Path : Opts.Paths)
      addPath(Path);
    return std::move(Units);
  }

private:
  bool openDatabase() {
    std::string Error;
    auto Database = Opts.BuildPath.empty()
                        ? lookForDatabase(Opts, Error)
                        : readDatabase(Opts.BuildPath, Error);
    if (!Database) {
      fail(Opts.BuildPath.empty() && !Opts.Paths.empty() ? Opts.Paths.front()
                                                         : Opts.BuildPath,
           llvm::StringRef(Error).trim().str());
      return false;
    }
    for (auto &C : Database->getAllCompileCommands()) {
      if (C.CommandLine.size() > 1 &&
          llvm::StringRef(C.CommandLine[1]).starts_with("-cc1"))
        continue; // a call that Clang makes of itself, which bear records too
      llvm::SmallString<256> Path(C.Filename);
#if LLVM_VERSION_MAJOR >= 22
      path::make_absolute(C.Directory, Path);
#else
      fs::make_absolute(C.Directory, Path);
#endif
      path::remove_dots(Path, true);
      Known[Path.str().str()].push_back(std::move(C));
    }
    return true;
  }

  void fail(const std::string &Path, std::string Text) {
    Out.push_back({Severity::Error, Path.empty() ? "spile" : Path, 0, 0,
                   std::move(Text)});
  }

  void addPath(const std::string &Given) {
    std::string Path = cleanPath(Given);
    fs::file_status Status;
    if (std::error_code Error = fs::status(Path, Status))
      return fail(Given, Error.message());
    if (!fs::is_directory(Status))
      return addFile(Given, Path);
    size_t Before = Taken.size();
    if (Opts.Flags) {
      std::vector<std::string> Below;
      walk(Path, Below);
      for (const std::string &File : Below)
        if (kindOf(File) == Kind::Source)
          take(File);
    } else {
      for (const auto &[File, Commands] : Known)
        if (llvm::StringRef(File).starts_with(Path == "/" ? Path : Path + "/"))
          take(File);
    }
    if (Taken.size() == Before)
      fail(Given, Opts.Flags ? "no C or C++ source below it"
                             : "no source below it is in the compile database");
  }

  void addFile(const std::string &Given, const std::string &Path) {
    if (!Opts.Flags && !Known.count(Path))
      return fail(Given,
                  kindOf(Path) == Kind::Header
                      ? "a header: give the sources that include it, and "
                        "`headers: true` in the configuration"
                      : "not in the compile database");
    take(Path);
  }

  void take(const std::string &Path) {
    if (!Taken.insert(Path).second)
      return;
    if (Opts.Flags) {
      bool Cxx = path::extension(Path) != ".c";
      std::vector<std::string> Command = {Cxx ? "c++" : "cc"};
      Command.insert(Command.end(), Opts.Flags->begin(), Opts.Flags->end());
      Command.insert(Command.end(), {"-c", Path});
      Units.push_back({std::move(Command), cleanPath("."), Path, Path});
      return;
    }
    for (const auto &C : Known[Path])
      Units.push_back({C.CommandLine, C.Directory, C.Filename, Path});
  }

  const Options &Opts;
  Diagnostics &Out;
  std::map<std::string, std::vector<clang::tooling::CompileCommand>> Known;
  std::set<std::string> Taken;
  std::vector<InputUnit> Units;
};

} // namespace

std::vector<InputUnit> findUnits(const Options &Opts, Diagnostics &Out) {
  std::vector<InputUnit> Units = Finder(Opts, Out).run();
  llvm::stable_sort(Units, [](const InputUnit &L, const InputUnit &R) {
    return L.Path < R.Path;
  });
  return Units;
}

std::vector<std::string> sourceFilesBelow(const std::vector<std::string> &Paths,
                                          Diagnostics &Out) {
  std::vector<std::string> Files;
  for (const std::string &Given : Paths) {
    fs::file_status Status;
    if (std::error_code Error = fs::status(Given, Status))
      Out.push_back({Severity::Error, Given, 0, 0, Error.message()});
    else if (fs::is_directory(Status))
      walk(cleanPath(Given), Files);
    else
      Files.push_back(cleanPath(Given));
  }
  llvm::sort(Files);
  Files.erase(std::unique(Files.begin(), Files.end()), Files.end());
  return Files;
}

} // namespace spile
