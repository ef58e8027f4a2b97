#include "tool/launcher_options.h"
#include <cstdlib>
#include <llvm/ADT/StringRef.h>
#include <unistd.h>

namespace spile {
namespace {

std::string variable(const char *Name) {
  const char *Value = std::getenv(Name);
  return Value ? Value : "";
}

} // namespace

llvm::Expected<LauncherOptions>
readLauncherOptions(const std::vector<std::string> &Args) {
  LauncherOptions Out;
  Out.Config = variable("SPILE_CONFIG");
  Out.Off = variable("SPILE_CC") == "off";
  Out.Verbose =
      !variable("SPILE_VERBOSE").empty() && variable("SPILE_VERBOSE") != "0";
  Out.StaticRuntime = variable("SPILE_RUNTIME") == "static";
  Out.LoadRuntime = variable("SPILE_RUNTIME") == "load";
  Out.Terminal =
      isatty(2) && variable("TERM") != "dumb" && variable("NO_COLOR").empty();
  size_t I = 0;
  for (; I < Args.size() && Args[I].size() > 1 && Args[I][0] == '-'; ++I) {
    llvm::StringRef Name = Args[I];
    if (Name == "--help") {
      Out.Help = true;
      return Out;
    }
    if (Name == "--version") {
      Out.Version = true;
      return Out;
    }
    if (Name == "--") {
      ++I;
      break;
    }
    auto [Key, Value] = Name.split('=');
    bool Joined = Key.size() < Name.size();
    if (Key != "--config" && Key != "--functions" && Key != "--keep")
      return llvm::createStringError("unknown option '" + Name +
                                     "'; see spile-cc --help");
    if (!Joined && I + 1 == Args.size())
      return llvm::createStringError("option '" + Name + "' misses its value");
    std::string Text = Joined ? Value.str() : Args[++I];
    if (Key == "--config")
      Out.Config = Text;
    else if (Key == "--functions")
      Out.Functions.push_back(Text);
    else
      Out.Keep = Text;
  }
  Out.Command.assign(Args.begin() + I, Args.end());
  if (Out.Command.empty())
    return llvm::createStringError("no compiler is named; see spile-cc --help");
  return Out;
}

const char *launcherHelp() {
  return R"(usage: spile-cc [options] COMPILER [arguments...]

Compiles as COMPILER does, with the functions that .spile.yaml picks timed. Links
libspile. What cannot be instrumented is compiled as it was, with a warning.

  --config FILE      use this configuration; default: the nearest .spile.yaml
                     in the source's folder or above it
  --functions GLOB   time these functions in place of the rules; repeatable
  --keep DIR         write the rewritten sources below DIR, to look at
  --help, --version

environment:
  SPILE_CONFIG=FILE       as --config
  SPILE_CC=off            only run the compiler
  SPILE_VERBOSE=1         say what is done with each source
  SPILE_RUNTIME=static    link libspile.a into programs
  SPILE_RUNTIME=load      objects load libspile.so themselves: for builds that do
                          not link through spile-cc

example:
  CC="spile-cc gcc" CXX="spile-cc g++" ./configure && make
)";
}

} // namespace spile
