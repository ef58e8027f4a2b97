// The flags that make Clang read a source as the user's compiler would.
//
//   CompilerFacts + what the command says about the language
//        ─▶ --target, -std, the compiler's include folders, its macros
//
// Clang keeps its own identity (__GNUC__ 4.2, __clang__): as GCC 12 the headers
// of glibc do not parse. Thread safe; reads no user file.
#pragma once

#include "tool/compiler_query.h"
#include <optional>
#include <string>
#include <vector>

namespace spile {

// `Std`: the command's -std= value, if any. `Dialect`: the options for the
// language and machine (-m32, -fshort-enums), known to Clang by name; machine
// options that Clang refuses for this target are left out. Ends with no source.
// Fails when Clang has no such target.
llvm::Expected<std::vector<std::string>>
clangFlags(const CompilerFacts &Facts, bool Cxx,
           const std::optional<std::string> &Std,
           const std::vector<std::string> &Dialect);

// The -std= value for Clang: `Std` if it knows it, else the nearest to what the
// compiler's macros say.
std::string clangStandard(const CompilerFacts &Facts, bool Cxx,
                          const std::optional<std::string> &Std);

// Whether a predefined macro says who the compiler is, or a fact of the target
// that Clang computes itself.
bool isIdentityMacro(llvm::StringRef Name);

} // namespace spile
