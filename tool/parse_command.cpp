#include "tool/parse_command.h"
#include "tool/answer_cache.h"
#include "tool/clang_flags.h"
#include "tool/command_line.h"
#include <llvm/ADT/STLExtras.h>
#include <llvm/Config/llvm-config.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

namespace spile {
namespace {

using Strings = std::vector<std::string>;

// A command's options, sorted by who needs them.
struct Sorted {
  Strings Query;   // for the compiler's question
  Strings Dialect; // language and machine, for Clang
  Strings User;    // the command's own macros and folders, for Clang
  std::optional<std::string> Std;
  bool Relative = false; // Query depends on the folder it runs in
};

bool isOneOf(llvm::StringRef Name,
             std::initializer_list<llvm::StringLiteral> Names) {
  return llvm::is_contained(Names, Name);
}

// Options whose answer is a search folder or macro: asked, not handed on.
bool isAskedOnly(llvm::StringRef Name) {
  return isOneOf(Name, {"-nostdinc",
                        "-nostdinc++",
                        "-nostdlibinc",
                        "-nobuiltininc",
                        "-iprefix",
                        "-iwithprefix",
                        "-iwithprefixbefore",
                        "-stdlib=",
                        "-stdlib++-isystem",
                        "-stdlib",
                        "-specs=",
                        "--specs=",
                        "-B",
                        "-undef",
                        "-pthread",
                        "--target=",
                        "-target",
                        "-ansi",
                        "--gcc-toolchain=",
                        "--gcc-install-dir=",
                        "-isysroot",
                        "-imultilib"});
}

bool isUsers(llvm::StringRef Name) {
  return isOneOf(Name,
                 {"-I", "-iquote", "-isystem", "-idirafter", "-isystem-after",
                  "-D", "-U", "-cxx-isystem", "-F", "-iframework"});
}

// -f options that change macros or folders in no way, or name files.
bool isQuietF(llvm::StringRef Raw) {
  constexpr llvm::StringLiteral Prefixes[] = {"-ffile-prefix-map",
                                              "-fmacro-prefix-map",
                                              "-fdebug-prefix-map",
                                              "-fprofile",
                                              "-fdump",
                                              "-fplugin",
                                              "-frandom-seed",
                                              "-fdiagnostics",
                                              "-fuse-ld",
                                              "-flto",
                                              "-fno-lto",
                                              "-fcolor",
                                              "-ftest-coverage",
                                              "-fcallgraph",
                                              "-fstack-usage",
                                              "-fopt-info",
                                              "-fmodule",
                                              "-fpch",
                                              "-fpreprocessed",
                                              "-fdirectives-only",
                                              "-fdebug",
                                              "-fmessage-length",
                                              "-ftime-",
                                              "-fsave-",
                                              "-fcoverage",
                                              "-fauto-profile",
                                              "-fbuild-session",
                                              "-fsanitize-blacklist",
                                              "-fsanitize-ignorelist",
                                              "-fcrash",
                                              "-fintegrated-as",
                                              "-fno-integrated-as",
                                              "-fstack-protector-",
                                              "-fembed-bitcode",
                                              "-fwhole-program",
                                              "-fsplit-stack",
                                              "-fcompare-debug",
                                              "-fmax-errors",
                                              "-ferror-limit",
                                              "-fsyntax-only",
                                              "-fworking-directory"};
  return llvm::any_of(Prefixes,
                      [&](llvm::StringRef P) { return Raw.starts_with(P); });
}

// -f options of the language, that Clang must follow too.
bool isLanguageF(llvm::StringRef Name) {
  llvm::StringRef F = Name;
  F.consume_front("-f");
  F.consume_front("no-");
  return isOneOf(F, {"short-enums",
                     "signed-char",
                     "unsigned-char",
                     "short-wchar",
                     "exceptions",
                     "rtti",
                     "freestanding",
                     "hosted",
                     "builtin",
                     "PIC",
                     "pic",
                     "PIE",
                     "pie",
                     "char8_t",
                     "ms-extensions",
                     "gnu89-inline",
                     "asm",
                     "gnu-keywords",
                     "operator-names",
                     "access-control",
                     "threadsafe-statics",
                     "blocks",
                     "pack-struct",
                     "pack-struct=",
                     "wrapv",
                     "declspec",
                     "dollars-in-identifiers",
                     "lax-vector-conversions",
                     "lax-vector-conversions=",
                     "aligned-allocation",
                     "sized-deallocation",
                     "template-depth=",
                     "constexpr-depth=",
                     "constexpr-steps=",
                     "bracket-depth=",
                     "ms-compatibility",
                     "delayed-template-parsing",
                     "coroutines",
                     "fixed-point",
                     "relaxed-template-template-args",
                     "strict-flex-arrays=",
                     "plan9-extensions",
                     "builtin-",
                     "trigraphs",
                     "experimental-library",
                     "concepts",
                     "math-errno"});
}

void appendRaw(Strings &To, const Token &T) { llvm::append_range(To, T.Raw); }

// -include and friends go past the driver, which would take a precompiled
// header of another compiler for it.
void forceInclude(Strings &To, llvm::StringRef Option, llvm::StringRef File) {
  if (Option == "-include-pch") {
    File.consume_back(".pch") || File.consume_back(".gch");
    Option = "-include";
  }
  for (llvm::StringRef A :
       {llvm::StringRef("-Xclang"), Option, llvm::StringRef("-Xclang"), File})
    To.push_back(A.str());
}

// -fcoroutines and -fconcepts belong to C++20 in Clang.
void needCxx20(Sorted &Out) {
  if (!Out.Std || Out.Std->find("++1") != std::string::npos)
    Out.Std = "gnu++20";
}

void sortF(const Token &T, Sorted &Out) {
  llvm::StringRef Raw = T.Raw[0];
  if (isQuietF(Raw))
    return;
  appendRaw(Out.Query, T);
  if (Raw == "-fcoroutines" || Raw == "-fconcepts")
    needCxx20(Out);
  else if (T.Name != "?" && isLanguageF(T.Name))
    appendRaw(Out.Dialect, T);
}

bool namesRelativePath(const Token &T) {
  for (llvm::StringRef V : T.Values)
    if (!V.empty() && V[0] != '/')
      return true;
  return false;
}

void sortToken(const Token &T, Sorted &Out) {
  llvm::StringRef Name = T.Name, Raw = T.Raw[0];
  if (Name == "-std=") {
    Out.Std = T.Values[0];
    appendRaw(Out.Query, T);
  } else if (Name == "-include" || Name == "-imacros" ||
             Name == "-include-pch") {
    forceInclude(Out.User, Name, T.Values[0]);
  } else if (isUsers(Name)) {
    appendRaw(Out.User, T);
  } else if (isAskedOnly(Name) || Raw.starts_with("-specs=") ||
             Raw.starts_with("--specs=")) {
    Out.Relative |= namesRelativePath(T);
    appendRaw(Out.Query, T);
  } else if (Name == "--sysroot=" || Name == "-trigraphs") {
    Out.Relative |= namesRelativePath(T);
    appendRaw(Out.Query, T);
    appendRaw(Out.Dialect, T);
  } else if (Name == "-O" || (Name.starts_with("-m") && Name != "-mllvm")) {
    appendRaw(Out.Query, T);
    appendRaw(Out.Dialect, T);
  } else if (Raw.starts_with("-m") && Name == "?") {
    appendRaw(Out.Query, T);
  } else if (Raw.starts_with("-f")) {
    sortF(T, Out);
  }
}

llvm::Error sortTokens(const CommandLine &Line, const std::string &Directory,
                       Sorted &Out);

// What stands in -Wp,A,B and -Xpreprocessor A is an option again.
llvm::Error sortPassed(const Strings &Values, const std::string &Directory,
                       Sorted &Out) {
  Strings Command = {"cpp"};
  llvm::append_range(Command, Values);
  llvm::Expected<CommandLine> Line = readCommandLine(Command, Directory);
  if (!Line)
    return Line.takeError();
  llvm::erase_if(Line->Tokens, [](const Token &T) { return T.Name == "-O"; });
  return sortTokens(*Line, Directory, Out);
}

llvm::Error sortTokens(const CommandLine &Line, const std::string &Directory,
                       Sorted &Out) {
  Strings Passed, Frontend;
  for (const Token &T : Line.Tokens) {
    if (T.Name == "-Wp,") {
      if (llvm::Error E = sortPassed(T.Values, Directory, Out))
        return E;
    } else if (T.Name == "-Xpreprocessor") {
      llvm::append_range(Passed, T.Values);
    } else if (T.Name == "-Xclang") {
      llvm::append_range(Frontend, T.Values);
    } else {
      sortToken(T, Out);
    }
  }
  if (!Passed.empty())
    if (llvm::Error E = sortPassed(Passed, Directory, Out))
      return E;
  for (size_t I = 0; I + 1 < Frontend.size(); ++I)
    if (Frontend[I] == "-include")
      forceInclude(Out.User, Frontend[I], Frontend[I + 1]);
  return llvm::Error::success();
}

std::string cacheKey(const CompilerQuery &Query, const Sorted &Options) {
  std::string Key = "parse 1 " LLVM_VERSION_STRING " " SPILE_RESOURCE_DIR "\n" +
                    queryKey(Query);
  if (Options.Relative)
    Key += "in " + Query.Directory + '\n';
  for (const std::string &Flag : Options.Dialect)
    Key += "+" + Flag + '\n';
  return Key + Options.Std.value_or("default");
}

llvm::Expected<Strings> languageFlags(const CompilerQuery &Query,
                                      const Sorted &Options) {
  std::string Key = cacheKey(Query, Options);
  if (auto Known = loadAnswer(Key))
    return *Known;
  llvm::Expected<CompilerFacts> Facts = queryCompiler(Query);
  if (!Facts)
    return Facts.takeError();
  auto Flags = clangFlags(*Facts, Query.Cxx, Options.Std, Options.Dialect);
  if (Flags)
    storeAnswer(Key, *Flags);
  return Flags;
}

Language languageIn(const CommandLine &Line, const std::string &Source) {
  for (const Input &In : Line.Inputs)
    if (In.Path == Source)
      return In.Lang;
  Language Lang = languageOf(Source);
  return Line.CxxDriver ? Language::Cxx : Lang;
}

} // namespace

llvm::Expected<Strings> parseCommand(const Strings &Command,
                                     const std::string &Directory,
                                     const std::string &Source) {
  llvm::Expected<CommandLine> Line = readCommandLine(Command, Directory);
  if (!Line)
    return Line.takeError();
  llvm::Expected<std::string> Compiler =
      findCompiler(Line->Compiler, Directory);
  if (!Compiler)
    return Compiler.takeError();
  Sorted Options;
  if (llvm::Error E = sortTokens(*Line, Directory, Options))
    return E;
  CompilerQuery Query;
  Query.Compiler = *Compiler;
  Query.Flags = Options.Query;
  Query.Cxx = languageIn(*Line, Source) == Language::Cxx;
  Query.Directory = Directory;
  llvm::Expected<Strings> Flags = languageFlags(Query, Options);
  if (!Flags)
    return Flags.takeError();
  Strings Out = {"clang"};
  llvm::append_range(Out, *Flags);
  llvm::append_range(Out, Options.User);
  // Without carets Clang prints no "1 error generated" past its consumer.
  for (const char *A :
       {"-U_FORTIFY_SOURCE", "-w", "-Wno-everything", "-fno-caret-diagnostics",
        "-fsyntax-only", "-x", Query.Cxx ? "c++" : "c"})
    Out.push_back(A);
  Out.push_back(Source);
  return Out;
}

} // namespace spile
