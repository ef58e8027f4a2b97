#include "tool/launcher.h"
#include "tool/compiler_family.h"
#include "tool/config_set.h"
#include "tool/launcher_compile.h"
#include "tool/launcher_probe.h"
#include "tool/launcher_runtime.h"
#include "tool/launcher_signals.h"
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <unistd.h>

namespace spile {
namespace {

using Strings = std::vector<std::string>;

// Becomes the compiler.
int replaceBy(const Strings &Command) {
  std::vector<char *> Pointers;
  for (const std::string &A : Command)
    Pointers.push_back(const_cast<char *>(A.c_str()));
  Pointers.push_back(nullptr);
  execvp(Pointers[0], Pointers.data());
  int Status = errno == ENOENT ? 127 : 126;
  complain("cannot run '" + Command[0] + "': " + std::strerror(errno));
  return Status;
}

// Nothing of this call can be timed: an error where `strict: true` is in force,
// else the compiler's turn.
int giveUp(const LauncherOptions &Options, const std::vector<Input> &Sources,
           const std::string &Directory, const std::string &Why) {
  ConfigSet Configs(Options.Config, Options.Functions);
  for (const Input &In : Sources) {
    auto Cfg = Configs.of(absolutePath(Directory, In.Path));
    if (Cfg && Cfg->Strict)
      return complain(In.Path + ": " + Why);
  }
  if (!Sources.empty())
    warn(Sources.front().Path, Why);
  return replaceBy(Options.Command);
}

// The compiler is asked, not made to compile.
bool isQuestion(const CommandLine &Line) {
  if (Line.Inputs.empty())
    return true;
  return llvm::any_of(Line.Tokens, [](const Token &T) {
    llvm::StringRef Raw = T.Raw[0];
    return Raw == "-###" || Raw == "-M" || Raw == "-MM" || Raw == "--version" ||
           Raw == "-fsyntax-only" || Raw.starts_with("--help") ||
           (Raw.starts_with("-dump") && Raw.contains("machine")) ||
           Raw.starts_with("-print-") || Raw.starts_with("--print-");
  });
}

std::vector<Input> sourcesToEdit(const CommandLine &Line,
                                 llvm::StringRef Directory) {
  std::vector<Input> Out;
  if (!isQuestion(Line))
    llvm::copy_if(Line.Inputs, std::back_inserter(Out), [&](const Input &In) {
      return In.Lang != Language::Other && !isBuildProbe(In.Path, Directory);
    });
  return Out;
}

std::string currentFolder() {
  llvm::SmallString<256> Path;
  (void)llvm::sys::fs::current_path(Path);
  return Path.str().str();
}

} // namespace

int runLauncher(const std::string &Program, const Strings &Args) {
  llvm::Expected<LauncherOptions> Options = readLauncherOptions(Args);
  if (!Options)
    return complain(llvm::toString(Options.takeError()));
  if (Options->Help || Options->Version) {
    std::fputs(Options->Help ? launcherHelp() : "spile-cc " SPILE_VERSION "\n",
               stdout);
    return 0;
  }
  const Strings &Command = Options->Command;
  std::string Directory = currentFolder();
  if (Options->Off || Directory.empty())
    return replaceBy(Command);
  llvm::Expected<CommandLine> Line = readCommandLine(Command, Directory);
  if (!Line) {
    // The compiler says it better.
    llvm::consumeError(Line.takeError());
    return replaceBy(Command);
  }
  RuntimePlace Place = findRuntime(Program);
  std::vector<Input> Sources = sourcesToEdit(*Line, Directory);
  Strings Runtime;
  if (!isQuestion(*Line))
    Runtime = runtimeArguments(*Line, Place, Options->StaticRuntime);
  if (Sources.empty() && Runtime.empty())
    return replaceBy(Command);
  if (Line->Until != Stage::Link && !Place.Library.empty() &&
      (Options->LoadRuntime || isLinkedByOthers(Directory)))
    Options->Loaded = Place.Library + "/libspile.so.0";
  llvm::Expected<CompilerFamily> Family = compilerFamily(*Line, Directory);
  if (!Family)
    return giveUp(*Options, Sources, Directory,
                  llvm::toString(Family.takeError()));
  if (!Family->isNative())
    return giveUp(*Options, Sources, Directory,
                  "there is no libspile for " + Family->Target);
  if (!Sources.empty() && Place.Include.empty())
    return giveUp(*Options, Sources, Directory,
                  "spile/spile.h is not beside spile-cc");
  catchEndingSignals();
  Compile Job{*Line,         *Options, Directory, Family->IsClang,
              Place.Include, Runtime,  Sources};
  return compile(Job);
}

} // namespace spile
