#include "tool/command_line.h"
#if __has_include(<clang/Options/Options.h>)
#include <clang/Options/Options.h>
#else
#include <clang/Driver/Options.h>
#endif
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/ADT/StringSet.h>
#include <llvm/ADT/StringSwitch.h>
#include <llvm/Option/ArgList.h>
#include <llvm/Option/OptTable.h>
#include <llvm/Support/CommandLine.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/Program.h>

namespace spile {
namespace {

#if __has_include(<clang/Options/Options.h>)
const llvm::opt::OptTable &optionTable() { return clang::getDriverOptTable(); }
constexpr unsigned ClangVisible = clang::options::ClangOption;
#else
const llvm::opt::OptTable &optionTable() {
  return clang::driver::getDriverOptTable();
}
constexpr unsigned ClangVisible = clang::driver::options::ClangOption;
#endif

bool isOneOf(llvm::StringRef Name,
             std::initializer_list<llvm::StringLiteral> Names) {
  return llvm::is_contained(Names, Name);
}

// Options of GCC with a separate value that Clang's table lacks or reads
// otherwise (-dumpbase would be its -d).
bool isGccPair(llvm::StringRef Arg) {
  return isOneOf(Arg, {"-aux-info", "-auxbase", "-auxbase-strip", "-dumpbase",
                       "-dumpbase-ext", "-dumpdir", "-wrapper", "-imultilib",
                       "-imultiarch", "-specs", "--specs"});
}

// Options of GCC that are whole in themselves and that Clang's table would
// read as another option.
bool isGccFlag(llvm::StringRef Arg) {
  return (Arg.starts_with("-dump") && !isGccPair(Arg)) ||
         Arg.starts_with("-specs=") || Arg.starts_with("--specs=");
}

llvm::Error missingValue(llvm::StringRef Option) {
  return llvm::createStringError("option '" + Option + "' misses its value");
}

using Raw = std::vector<std::string>;

// The arguments between two options of GCC's own, by Clang's table.
llvm::Error readClangOptions(llvm::ArrayRef<std::string> Args,
                             std::vector<Token> &Out) {
  std::vector<const char *> Pointers;
  for (const std::string &A : Args)
    Pointers.push_back(A.c_str());
  unsigned MissingIndex = 0, MissingCount = 0;
  llvm::opt::InputArgList List =
      optionTable().ParseArgs(Pointers, MissingIndex, MissingCount,
                              llvm::opt::Visibility(ClangVisible));
  if (MissingCount)
    return missingValue(Args[MissingIndex]);
  std::vector<const llvm::opt::Arg *> Found(List.begin(), List.end());
  for (size_t I = 0; I < Found.size(); ++I) {
    const llvm::opt::Arg &A = *Found[I];
    size_t End = I + 1 < Found.size() ? Found[I + 1]->getIndex() : Args.size();
    Token T;
    T.Raw.assign(Args.begin() + A.getIndex(), Args.begin() + End);
    auto Kind = A.getOption().getKind();
    if (Kind == llvm::opt::Option::InputClass) {
      T.Values = T.Raw;
    } else if (Kind == llvm::opt::Option::UnknownClass) {
      T.Name = "?";
      T.Values = T.Raw;
    } else {
      T.Name = A.getOption().getPrefixedName();
      T.Values.assign(A.getValues().begin(), A.getValues().end());
    }
    Out.push_back(std::move(T));
  }
  return llvm::Error::success();
}

llvm::Expected<std::vector<Token>> readTokens(const Raw &Args) {
  std::vector<Token> Out;
  size_t From = 0;
  auto Flush = [&](size_t To) {
    return readClangOptions(llvm::ArrayRef(Args).slice(From, To - From), Out);
  };
  for (size_t I = 0; I < Args.size(); ++I) {
    bool Pair = isGccPair(Args[I]);
    if (!Pair && !isGccFlag(Args[I]))
      continue;
    // `-o -dumpbase`: what looks like an option may be a value. The table
    // says so by failing.
    if (llvm::Error E = Flush(I)) {
      llvm::consumeError(std::move(E));
      continue;
    }
    if (Pair && I + 1 == Args.size())
      return missingValue(Args[I]);
    Token T;
    T.Name = Args[I];
    T.Raw.push_back(Args[I]);
    if (Pair) {
      T.Values.push_back(Args[++I]);
      T.Raw.push_back(Args[I]);
    }
    Out.push_back(std::move(T));
    From = I + 1;
  }
  if (llvm::Error E = Flush(Args.size()))
    return E;
  return Out;
}

Raw expandResponseFiles(const Raw &Args, llvm::StringRef Directory) {
  if (llvm::none_of(Args, [](llvm::StringRef A) { return A.starts_with("@"); }))
    return Args;
  llvm::BumpPtrAllocator Alloc;
  llvm::cl::ExpansionContext Context(Alloc, llvm::cl::TokenizeGNUCommandLine);
  Context.setCurrentDir(Directory);
  llvm::SmallVector<const char *, 64> Pointers;
  for (const std::string &A : Args)
    Pointers.push_back(A.c_str());
  // A file that cannot be read stays as it is: the compiler complains.
  llvm::consumeError(Context.expandResponseFiles(Pointers));
  return Raw(Pointers.begin(), Pointers.end());
}

Language languageOfX(llvm::StringRef Value) {
  if (Value == "c")
    return Language::C;
  return Value == "c++" ? Language::Cxx : Language::Other;
}

void readInputs(CommandLine &Line) {
  std::optional<Language> Forced;
  for (size_t I = 0; I < Line.Tokens.size(); ++I) {
    const Token &T = Line.Tokens[I];
    if (T.Name == "-x") {
      if (T.Values[0] == "none")
        Forced.reset();
      else
        Forced = languageOfX(T.Values[0]);
    } else if (T.Name == "-o") {
      Line.Output = T.Values[0];
    } else if (T.Name.empty()) {
      Language Lang = Forced ? *Forced : languageOf(T.Values[0]);
      if (Line.CxxDriver && !Forced && Lang == Language::C)
        Lang = Language::Cxx;
      Line.Inputs.push_back({I, T.Values[0], Lang});
    }
  }
}

Stage readStage(const CommandLine &Line) {
  if (Line.has("-E") || Line.has("-M") || Line.has("-MM"))
    return Stage::Preprocess;
  if (Line.has("-fsyntax-only"))
    return Stage::Syntax;
  if (Line.has("-S"))
    return Stage::Assembly;
  return Line.has("-c") ? Stage::Object : Stage::Link;
}

} // namespace

const Token *CommandLine::find(llvm::StringRef Name) const {
  for (const Token &T : llvm::reverse(Tokens))
    if (T.Name == Name)
      return &T;
  return nullptr;
}

size_t countLaunchers(const std::vector<std::string> &Command) {
  size_t I = 0;
  while (I < Command.size()) {
    llvm::StringRef Name = llvm::sys::path::filename(Command[I]);
    if (!isOneOf(Name,
                 {"ccache", "sccache", "distcc", "icecc", "env", "colorgcc",
                  "buildcache", "gomacc", "nice", "spile-cc"}))
      break;
    bool Own = Name == "spile-cc";
    for (++I; I < Command.size(); ++I) {
      llvm::StringRef A = Command[I];
      if (Own && (A == "--config" || A == "--functions" || A == "--keep"))
        ++I;
      else if (A == "-u" || A == "-n" || A == "-C")
        ++I;
      else if (!A.starts_with("-") && !A.contains('='))
        break;
    }
  }
  return std::min(I, Command.size());
}

Language languageOf(llvm::StringRef Path) {
  llvm::StringRef Suffix = llvm::sys::path::extension(Path);
  return llvm::StringSwitch<Language>(Suffix)
      .Case(".c", Language::C)
      .Case(".cc", Language::Cxx)
      .Case(".cp", Language::Cxx)
      .Case(".cxx", Language::Cxx)
      .Case(".cpp", Language::Cxx)
      .Case(".CPP", Language::Cxx)
      .Case(".c++", Language::Cxx)
      .Case(".C", Language::Cxx)
      .Case(".cppm", Language::Cxx)
      .Case(".ixx", Language::Cxx)
      .Default(Language::Other);
}

llvm::Expected<CommandLine>
readCommandLine(const std::vector<std::string> &Command,
                llvm::StringRef Directory) {
  CommandLine Line;
  size_t Skip = countLaunchers(Command);
  if (Skip >= Command.size())
    return llvm::createStringError("no compiler is named");
  Line.Launcher.assign(Command.begin(), Command.begin() + Skip);
  Line.Compiler = Command[Skip];
  llvm::StringRef Name = llvm::sys::path::filename(Line.Compiler);
  Line.CxxDriver = Name.contains("++");
  Raw Args(Command.begin() + Skip + 1, Command.end());
  auto Tokens = readTokens(expandResponseFiles(Args, Directory));
  if (!Tokens)
    return Tokens.takeError();
  Line.Tokens = std::move(*Tokens);
  readInputs(Line);
  Line.Until = readStage(Line);
  return Line;
}

std::string absoluteFrom(llvm::StringRef Directory, llvm::StringRef Path) {
  if (Path.starts_with("/"))
    return Path.str();
  return (Directory.rtrim('/') + "/" + Path).str();
}

std::string absolutePath(llvm::StringRef Directory, llvm::StringRef Path) {
  llvm::SmallString<256> Out(absoluteFrom(Directory, Path));
  llvm::sys::path::remove_dots(Out, /*remove_dot_dot=*/true);
  return Out.str().str();
}

llvm::Expected<std::string> findCompiler(llvm::StringRef Compiler,
                                         llvm::StringRef Directory) {
  if (Compiler.contains('/')) {
    std::string Path = absoluteFrom(Directory, Compiler);
    if (!llvm::sys::fs::can_execute(Path))
      return llvm::createStringError("compiler '" + Compiler +
                                     "' cannot be run");
    return Path;
  }
  llvm::ErrorOr<std::string> Found = llvm::sys::findProgramByName(Compiler);
  if (!Found)
    return llvm::createStringError("compiler '" + Compiler +
                                   "' is not in PATH");
  return *Found;
}

} // namespace spile
