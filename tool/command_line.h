// What a gcc or clang command line says.
//
//   {"ccache", "gcc", "-Iinc", "-c", "a.c"} ── readCommandLine ─▶ CommandLine
//
// Options are told apart by Clang's own option table, plus the few options of
// GCC that take a separate value and that Clang does not know. Response files
// are expanded. Values only, but for reading the response files; thread safe.
#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Error.h>
#include <string>
#include <vector>

namespace spile {

enum class Language { Other, C, Cxx };

// How far the compiler goes.
enum class Stage { Preprocess, Syntax, Assembly, Object, Link };

// One option with its values, or one input.
struct Token {
  std::string Name; // "-I", "-std=", "-Wl,"; "" for an input, "?" if unknown
  std::vector<std::string> Values;
  std::vector<std::string> Raw; // the arguments it was written as
};

struct Input {
  size_t Token; // index
  std::string Path;
  Language Lang; // Other: objects, assembler, headers, preprocessed text
};

struct CommandLine {
  std::vector<std::string> Launcher; // what stands before the compiler
  std::string Compiler;
  bool CxxDriver = false; // g++, clang++: C files are C++, libstdc++ is linked
  std::vector<Token> Tokens;
  std::vector<Input> Inputs; // in order; `-` is one
  Stage Until = Stage::Link;
  std::string Output; // of -o, empty if none

  // The last token of this name, or null.
  const Token *find(llvm::StringRef Name) const;
  bool has(llvm::StringRef Name) const { return find(Name) != nullptr; }
};

// `Directory`: where relative response files start. Fails when no compiler is
// named or an option misses its value.
llvm::Expected<CommandLine>
readCommandLine(const std::vector<std::string> &Command,
                llvm::StringRef Directory);

// How many arguments stand before the compiler (ccache, distcc, env A=B,
// spile-cc with its options ...).
size_t countLaunchers(const std::vector<std::string> &Command);

// The language of a source by its suffix, as `gcc` sees it.
Language languageOf(llvm::StringRef Path);

// A path that starts in `Directory` unless it is absolute.
std::string absoluteFrom(llvm::StringRef Directory, llvm::StringRef Path);

// The same without "." and ".." in it.
std::string absolutePath(llvm::StringRef Directory, llvm::StringRef Path);

// The compiler as a file: looked up in PATH, or relative to Directory.
llvm::Expected<std::string> findCompiler(llvm::StringRef Compiler,
                                         llvm::StringRef Directory);

} // namespace spile
