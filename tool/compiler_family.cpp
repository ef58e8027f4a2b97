#include "tool/compiler_family.h"
#include "tool/answer_cache.h"
#include "tool/compiler_query.h"
#include <llvm/ADT/STLExtras.h>
#include <llvm/TargetParser/Host.h>
#include <llvm/TargetParser/Triple.h>

namespace spile {

bool CompilerFamily::isNative() const {
  llvm::Triple Theirs(llvm::Triple::normalize(Target));
  llvm::Triple Ours(llvm::Triple::normalize(llvm::sys::getProcessTriple()));
  return Theirs.getArch() == Ours.getArch() && Theirs.getOS() == Ours.getOS() &&
         Theirs.getEnvironment() == Ours.getEnvironment();
}

static bool choosesMachine(llvm::StringRef Option) {
  for (llvm::StringRef Exact :
       {"-m16", "-m32", "-mx32", "-m64", "-miamcu", "-target", "--target"})
    if (Option == Exact)
      return true;
  // A configuration file of Clang's may name a target.
  return Option.starts_with("--target=") || Option.starts_with("--config");
}

llvm::Expected<CompilerFamily> compilerFamily(const CommandLine &Line,
                                              const std::string &Directory) {
  llvm::Expected<std::string> Compiler = findCompiler(Line.Compiler, Directory);
  if (!Compiler)
    return Compiler.takeError();
  CompilerQuery Query;
  Query.Compiler = *Compiler;
  Query.Directory = Directory;
  for (const Token &T : Line.Tokens)
    if (choosesMachine(T.Raw[0]))
      llvm::append_range(Query.Flags, T.Raw);
  // What a file of options says is not in the key.
  bool Keep = llvm::none_of(Query.Flags, [](llvm::StringRef Flag) {
    return Flag.starts_with("--config");
  });
  std::string Key = "family 2\n" + queryKey(Query);
  auto Known = Keep ? loadAnswer(Key) : std::nullopt;
  if (!Known || Known->size() != 2) {
    llvm::Expected<CompilerFacts> Facts = queryCompiler(Query);
    if (!Facts)
      return Facts.takeError();
    bool Small = Facts->macro("__SIZEOF_POINTER__") == "4";
    llvm::Triple Target(llvm::Triple::normalize(Facts->Target));
    // GCC's -m32 keeps the name of the 64-bit target.
    if (Small && Target.isArch64Bit())
      Target = Target.get32BitArchVariant();
    Known = {Facts->IsClang ? "clang" : "gcc", Target.str()};
    if (Keep)
      storeAnswer(Key, *Known);
  }
  return CompilerFamily{Known->front() == "clang", Known->back()};
}

} // namespace spile
