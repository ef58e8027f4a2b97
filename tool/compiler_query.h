// What the user's compiler says about itself: it is run once on an empty file.
//
//   gcc -m32 -O2 -E -v -dM -x c /dev/null ─▶ CompilerFacts
//
// Thread safe; starts a process.
#pragma once

#include <llvm/Support/Error.h>
#include <string>
#include <vector>

namespace spile {

struct CompilerQuery {
  std::string Compiler;           // absolute path
  std::vector<std::string> Flags; // that change macros or include folders
  bool Cxx = false;
  std::string Directory; // where it runs
};

struct CompilerFacts {
  bool IsClang = false;
  std::string Target;                  // "x86_64-linux-gnu"
  std::vector<std::string> QuoteDirs;  // searched for "..." only
  std::vector<std::string> SystemDirs; // in order
  std::vector<std::string> Macros;     // "NAME=VALUE", "NAME(A)=VALUE"

  // The value of a macro, or an empty string.
  std::string macro(llvm::StringRef Name) const;
};

// Fails when the compiler cannot be run, refuses the flags, or is neither GCC
// nor Clang.
llvm::Expected<CompilerFacts> queryCompiler(const CompilerQuery &Query);

// The same from the compiler's two streams. Pure.
llvm::Expected<CompilerFacts> readAnswer(llvm::StringRef Out,
                                         llvm::StringRef Err);

// Text that differs when the answer may: the compiler's file (name, time,
// size), the flags, the environment that compilers read.
std::string queryKey(const CompilerQuery &Query);

} // namespace spile
