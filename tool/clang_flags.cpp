#include "tool/clang_flags.h"
#include "tool/answer_cache.h"
#include "tool/temporary_file.h"
#include <clang/Basic/Diagnostic.h>
#include <clang/Basic/LangStandard.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendActions.h>
#include <clang/Lex/Preprocessor.h>
#include <clang/Tooling/Tooling.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringSet.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/VirtualFileSystem.h>
#include <llvm/Support/raw_ostream.h>

namespace spile {
namespace {

using Strings = std::vector<std::string>;

// Collects the names of the macros that are defined before the first line.
class ListMacros : public clang::PreprocessorFrontendAction {
  llvm::StringSet<> &Names;

public:
  explicit ListMacros(llvm::StringSet<> &Out) : Names(Out) {}
  void ExecuteAction() override {
    clang::Preprocessor &PP = getCompilerInstance().getPreprocessor();
    PP.EnterMainSourceFile();
    clang::Token Tok;
    do
      PP.Lex(Tok);
    while (Tok.isNot(clang::tok::eof));
    for (const auto &Macro : PP.macros())
      Names.insert(Macro.first->getName());
  }
};

struct FirstError : clang::DiagnosticConsumer {
  std::string Text;
  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override {
    clang::DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < clang::DiagnosticsEngine::Error || !Text.empty())
      return;
    llvm::SmallString<128> Message;
    Info.FormatDiagnostic(Message);
    Text = Message.str().str();
  }
};

// Clang's own macros under these flags; fails if it refuses them.
llvm::Error listMacros(const Strings &Flags, bool Cxx,
                       llvm::StringSet<> &Names) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::OverlayFileSystem> Files(
      new llvm::vfs::OverlayFileSystem(llvm::vfs::getRealFileSystem()));
  llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> Memory(
      new llvm::vfs::InMemoryFileSystem);
  const char *Source = "/spile-empty.c";
  Memory->addFile(Source, 0, llvm::MemoryBuffer::getMemBuffer("\n"));
  Files->pushOverlay(Memory);
  llvm::IntrusiveRefCntPtr<clang::FileManager> Manager(
      new clang::FileManager(clang::FileSystemOptions(), Files));
  Strings Command = {"clang"};
  llvm::append_range(Command, Flags);
  for (const char *A : {"-fsyntax-only", "-x", Cxx ? "c++" : "c", Source})
    Command.push_back(A);
  FirstError Errors;
  clang::tooling::ToolInvocation Invocation(
      Command, std::make_unique<ListMacros>(Names), Manager.get());
  Invocation.setDiagnosticConsumer(&Errors);
  if (Invocation.run() && Errors.Text.empty())
    return llvm::Error::success();
  return llvm::createStringError(
      "Clang refuses " + (Errors.Text.empty() ? "the flags" : Errors.Text));
}

bool isMachine(llvm::StringRef Flag) {
  return Flag.starts_with("-m") && Flag != "-m32" && Flag != "-m64";
}

std::string yearOf(llvm::StringRef Macro, bool Cxx) {
  long Value = std::strtol(Macro.str().c_str(), nullptr, 10);
  if (Cxx) {
    const std::pair<long, const char *> Known[] = {
        {202400, "26"}, {202101, "23"}, {201709, "20"},
        {201500, "17"}, {201300, "14"}, {201100, "11"}};
    for (auto [From, Year] : Known)
      if (Value >= From)
        return Year;
    return "98";
  }
  const std::pair<long, const char *> Known[] = {
      {201800, "23"}, {201700, "17"}, {201100, "11"}, {199900, "99"}};
  for (auto [From, Year] : Known)
    if (Value >= From)
      return Year;
  return "89";
}

bool isOwnFolder(llvm::StringRef Dir) {
  return llvm::sys::fs::exists(Dir + "/stddef.h") &&
         (Dir.contains("/lib/gcc/") || Dir.contains("/lib/gcc-cross/") ||
          Dir.contains("/gcc/") || Dir.contains("/clang/"));
}

// A copy of a header without GCC's form malloc(deallocator) of an attribute,
// which Clang refuses. False: it has none, or could not be written.
bool copyWithoutDeallocators(llvm::StringRef From, const std::string &To) {
  auto Buffer = llvm::MemoryBuffer::getFile(From);
  if (!Buffer)
    return false;
  static constexpr llvm::StringLiteral Call = "__malloc__ (";
  llvm::StringRef Rest = (*Buffer)->getBuffer();
  std::string Text;
  for (size_t At; (At = Rest.find(Call)) != llvm::StringRef::npos;) {
    Text += Rest.take_front(At).str() + "__malloc__";
    Rest = Rest.drop_front(Rest.find(')', At) + 1);
  }
  if (Text.empty())
    return false;
  Text += Rest.str();
  llvm::Error Failed = replaceFile(To, Text);
  bool Written = !Failed;
  llvm::consumeError(std::move(Failed));
  return Written;
}

// The headers that only the compiler's own folder has (omp.h, quadmath.h), in a
// folder of the cache. The folder itself must not be searched: Clang's
// stdatomic.h and limits.h would go on to GCC's by #include_next.
std::string linkOwnHeaders(llvm::StringRef Dir) {
  std::string Cache = answerFolder();
  if (Cache.empty())
    return "";
  std::string Folder = Cache + "/include-" + hashName(Dir);
  if (llvm::sys::fs::create_directories(Folder))
    return "";
  std::error_code Failed;
  for (llvm::sys::fs::directory_iterator I(Dir, Failed), End;
       !Failed && I != End; I.increment(Failed)) {
    llvm::StringRef Name = llvm::sys::path::filename(I->path());
    llvm::StringRef Ours = SPILE_RESOURCE_DIR "/include/";
    std::string To = (Folder + "/" + Name).str();
    // The compiler's intrinsics are made for its own builtins.
    if (!Name.ends_with("intrin.h") &&
        !llvm::sys::fs::exists(Ours + llvm::Twine(Name)) &&
        !llvm::sys::fs::exists(To) && !copyWithoutDeallocators(I->path(), To))
      (void)llvm::sys::fs::create_link(I->path(), To);
  }
  return Folder;
}

void appendFolders(const CompilerFacts &Facts, Strings &Out) {
  auto Add = [&](const std::string &Dir) {
    for (const char *A : {"-Xclang", "-internal-isystem", "-Xclang"})
      Out.push_back(A);
    Out.push_back(Dir);
  };
  for (const std::string &Dir : Facts.QuoteDirs) {
    Out.push_back("-iquote");
    Out.push_back(Dir);
  }
  Strings Last;
  bool Placed = false;
  for (const std::string &Dir : Facts.SystemDirs) {
    if (!isOwnFolder(Dir)) {
      Add(Dir);
      continue;
    }
    if (!Placed)
      Add(SPILE_RESOURCE_DIR "/include");
    Placed = true;
    std::string Links = linkOwnHeaders(Dir);
    if (!Links.empty())
      Last.push_back(Links);
  }
  for (const std::string &Dir : Last)
    Add(Dir);
}

llvm::StringRef nameOf(llvm::StringRef Macro) {
  return Macro.take_until([](char C) { return C == '=' || C == '('; });
}

} // namespace

bool isIdentityMacro(llvm::StringRef Name) {
  constexpr llvm::StringLiteral Prefixes[] = {"__GNUC",
                                              "__GNUG",
                                              "__VERSION__",
                                              "__clang",
                                              "__llvm",
                                              "__has_",
                                              "__FLT",
                                              "__DBL",
                                              "__LDBL",
                                              "__BFLT",
                                              "__SIZEOF",
                                              "__GCC_",
                                              "__INT",
                                              "__UINT",
                                              "__cpp_",
                                              "__STDC",
                                              "__GXX",
                                              "__cplusplus",
                                              "__DEC",
                                              "__BYTE_ORDER",
                                              "__ORDER_",
                                              "__FLOAT",
                                              "__SCHAR",
                                              "__SHRT",
                                              "__LONG",
                                              "__WCHAR",
                                              "__WINT",
                                              "__PTRDIFF",
                                              "__SIZE_",
                                              "__SIG_ATOMIC",
                                              "__CHAR",
                                              "__BIGGEST",
                                              "__ATOMIC",
                                              "__LDBL",
                                              "__VAR",
                                              "__EXCEPT",
                                              "__USER_LABEL_PREFIX__",
                                              "__REGISTER_PREFIX__",
                                              "__OBJC",
                                              "__FINITE_MATH_ONLY__",
                                              "__STRICT_ANSI__",
                                              "__OPTIMIZE",
                                              "__NO_INLINE__",
                                              "_FORTIFY_SOURCE",
                                              "__DEPRECATED",
                                              "__DATE__",
                                              "__TIME__",
                                              "__FILE__",
                                              "__LINE__",
                                              "__BASE_FILE__",
                                              "__COUNTER__",
                                              "__INCLUDE_LEVEL__",
                                              "_Pragma",
                                              "__TIMESTAMP__"};
  for (llvm::StringRef Prefix : Prefixes)
    if (Name.starts_with(Prefix))
      return true;
  return Name.ends_with("_TYPE__") || Name.ends_with("_MAX__") ||
         Name.ends_with("_WIDTH__");
}

std::string clangStandard(const CompilerFacts &Facts, bool Cxx,
                          const std::optional<std::string> &Std) {
  if (Std && clang::LangStandard::getLangKind(*Std) !=
                 clang::LangStandard::lang_unspecified)
    return *Std;
  bool Strict = !Facts.macro("__STRICT_ANSI__").empty();
  std::string Prefix =
      Cxx ? (Strict ? "c++" : "gnu++") : (Strict ? "c" : "gnu");
  return Prefix +
         yearOf(Facts.macro(Cxx ? "__cplusplus" : "__STDC_VERSION__"), Cxx);
}

llvm::Expected<Strings> clangFlags(const CompilerFacts &Facts, bool Cxx,
                                   const std::optional<std::string> &Std,
                                   const Strings &Dialect) {
  Strings Start = {"--target=" + Facts.Target,
                   "-resource-dir=" SPILE_RESOURCE_DIR, "-nostdinc"};
  if (Cxx)
    Start.push_back("-nostdinc++");
  Start.push_back("-std=" + clangStandard(Facts, Cxx, Std));
  Strings Flags = Start;
  llvm::append_range(Flags, Dialect);
  llvm::StringSet<> Own;
  if (llvm::Error Refused = listMacros(Flags, Cxx, Own)) {
    llvm::consumeError(std::move(Refused));
    Own.clear();
    Flags = Start;
    llvm::copy_if(Dialect, std::back_inserter(Flags),
                  [](const std::string &F) { return !isMachine(F); });
    if (llvm::Error E = listMacros(Flags, Cxx, Own))
      return E;
  }
  appendFolders(Facts, Flags);
  for (const std::string &Macro : Facts.Macros) {
    llvm::StringRef Name = nameOf(Macro);
    if (!Own.contains(Name) && !isIdentityMacro(Name))
      Flags.push_back("-D" + Macro);
  }
  return Flags;
}

} // namespace spile
