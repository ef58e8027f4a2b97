#include "tool/compiler_query.h"
#include "tool/run_program.h"
#include <cstdlib>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Chrono.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

namespace spile {
namespace {

constexpr const char *ReadByCompilers[] = {"CPATH", "C_INCLUDE_PATH",
                                           "CPLUS_INCLUDE_PATH",
                                           "COMPILER_PATH", "GCC_EXEC_PREFIX"};

// "#define NAME(A) VALUE" to "NAME(A)=VALUE".
std::string macroOf(llvm::StringRef Line) {
  size_t End = 0;
  while (End < Line.size() && Line[End] != ' ' && Line[End] != '(')
    ++End;
  if (End < Line.size() && Line[End] == '(')
    End = Line.find(')', End) + 1;
  return (Line.take_front(End) + "=" + Line.drop_front(End).trim()).str();
}

// GCC's limits.h lies there; Clang's own takes its place.
bool isFixed(llvm::StringRef Dir) {
  return llvm::sys::path::filename(Dir) == "include-fixed";
}

void readFolders(llvm::StringRef Err, CompilerFacts &Facts) {
  std::vector<std::string> *List = nullptr;
  llvm::SmallVector<llvm::StringRef, 64> Lines;
  Err.split(Lines, '\n');
  for (llvm::StringRef Line : Lines) {
    if (Line.starts_with("#include \"...\"")) {
      List = &Facts.QuoteDirs;
    } else if (Line.starts_with("#include <...>")) {
      List = &Facts.SystemDirs;
    } else if (Line.starts_with("End of search list")) {
      List = nullptr;
    } else if (List && Line.consume_front(" ")) {
      Line.consume_back(" (framework directory)");
      if (!isFixed(Line))
        List->push_back(Line.str());
    } else if (Line.consume_front("Target: ")) {
      Facts.Target = Line.trim().str();
    }
  }
}

// A folder of launchers that look like compilers (/usr/lib/ccache/gcc) says
// nothing about the compiler behind them: take the next of that name in PATH.
std::string behindMasquerade(const std::string &Compiler) {
  llvm::SmallString<256> Real;
  if (llvm::sys::fs::real_path(Compiler, Real))
    return Compiler;
  llvm::StringRef Name = llvm::sys::path::filename(Real);
  const char *Path = std::getenv("PATH");
  if (!Path || !(Name == "ccache" || Name == "sccache" || Name == "distcc" ||
                 Name == "icecc"))
    return Real.str().str();
  llvm::SmallVector<llvm::StringRef, 16> Folders;
  llvm::StringRef(Path).split(Folders, ':');
  for (llvm::StringRef Folder : Folders) {
    llvm::SmallString<256> Next(Folder), NextReal;
    llvm::sys::path::append(Next, llvm::sys::path::filename(Compiler));
    if (llvm::sys::fs::can_execute(Next) &&
        !llvm::sys::fs::real_path(Next, NextReal) && NextReal != Real)
      return NextReal.str().str();
  }
  return Real.str().str();
}

} // namespace

std::string CompilerFacts::macro(llvm::StringRef Name) const {
  for (llvm::StringRef M : Macros)
    if (M.consume_front(Name) && M.consume_front("="))
      return M.str();
  return "";
}

llvm::Expected<CompilerFacts> readAnswer(llvm::StringRef Out,
                                         llvm::StringRef Err) {
  CompilerFacts Facts;
  llvm::SmallVector<llvm::StringRef, 512> Lines;
  Out.split(Lines, '\n');
  for (llvm::StringRef Line : Lines)
    if (Line.consume_front("#define "))
      Facts.Macros.push_back(macroOf(Line));
  readFolders(Err, Facts);
  Facts.IsClang = !Facts.macro("__clang__").empty();
  if (Facts.macro("__GNUC__").empty() || Facts.Target.empty())
    return llvm::createStringError("it is neither GCC nor Clang");
  return Facts;
}

llvm::Expected<CompilerFacts> queryCompiler(const CompilerQuery &Query) {
  Program What;
  What.Command = {Query.Compiler};
  llvm::append_range(What.Command, Query.Flags);
  for (const char *A :
       {"-E", "-v", "-dM", "-x", Query.Cxx ? "c++" : "c", "/dev/null"})
    What.Command.push_back(A);
  What.Environment = {"LC_ALL=C", "SPILE_CC=off"};
  What.Directory = Query.Directory;
  What.CaptureOut = What.CaptureErr = true;
  llvm::Expected<Outcome> Result = run(What);
  if (!Result)
    return Result.takeError();
  auto Fail = [&](const std::string &Why) {
    return llvm::createStringError("compiler '" + Query.Compiler +
                                   "' was asked for its macros: " + Why);
  };
  if (!Result->ok()) {
    llvm::SmallVector<llvm::StringRef, 64> Lines;
    llvm::StringRef(Result->Err).split(Lines, '\n', -1, /*KeepEmpty=*/false);
    for (llvm::StringRef Line : Lines)
      if (Line.contains("error"))
        return Fail(Line.str());
    return Fail("it failed");
  }
  auto Facts = readAnswer(Result->Out, Result->Err);
  if (!Facts)
    return Fail(llvm::toString(Facts.takeError()));
  return Facts;
}

std::string queryKey(const CompilerQuery &Query) {
  std::string File = behindMasquerade(Query.Compiler);
  std::string Key = Query.Compiler + '\n' + File + '\n';
  llvm::sys::fs::file_status Status;
  if (!llvm::sys::fs::status(File, Status))
    Key += std::to_string(Status.getSize()) + ' ' +
           std::to_string(
               Status.getLastModificationTime().time_since_epoch().count()) +
           '\n';
  Key += Query.Cxx ? "c++\n" : "c\n";
  for (const std::string &Flag : Query.Flags)
    Key += Flag + '\n';
  for (const char *Name : ReadByCompilers)
    if (const char *Value = std::getenv(Name))
      Key += std::string(Name) + '=' + Value + '\n';
  return Key;
}

} // namespace spile
