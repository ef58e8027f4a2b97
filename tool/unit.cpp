#include "tool/unit.h"
#include "matchers/select.h"
#include "rewriters/compiler_text.h"
#include "rewriters/rewrite_file.h"
#include "tool/command_line.h"
#include "tool/includes.h"
#include "tool/parse_command.h"
#include "tool/strip_file_system.h"
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendActions.h>
#include <clang/Lex/Preprocessor.h>
#include <clang/Tooling/Tooling.h>
#include <llvm/Support/CrashRecoveryContext.h>
#include <mutex>
#include <set>

namespace spile {
namespace {

class ErrorCollector : public clang::DiagnosticConsumer {
public:
  ErrorCollector(std::string InSource, Diagnostics &InOut)
      : Source(std::move(InSource)), Out(InOut) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < clang::DiagnosticsEngine::Error)
      return;
    llvm::SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    Diagnostic D{Severity::Error, Source, 0, 0, Text.str().str()};
    if (Info.hasSourceManager() && Info.getLocation().isValid()) {
      auto Place = Info.getSourceManager().getPresumedLoc(Info.getLocation());
      if (Place.isValid()) {
        D.File = Place.getFilename();
        D.Line = Place.getLine();
        D.Column = Place.getColumn();
      }
    }
    Out.push_back(std::move(D));
  }

private:
  std::string Source;
  Diagnostics &Out;
};

// What the parse gives while the AST lives: values only.
struct Harvest {
  Selection Functions;
  std::vector<SourceText> Sources;
  Includes Seen;
  IncludeGraph Graph;
  std::vector<std::string> Dependencies;
};

class Consumer : public clang::ASTConsumer {
public:
  Consumer(const Config &InCfg, Harvest &InOut) : Cfg(InCfg), Out(InOut) {}

  void Initialize(clang::ASTContext &Context) override {
    SM = &Context.getSourceManager();
  }

  // Bodies that nobody asked for are not parsed; Clang keeps those that it
  // needs itself (constexpr, deduced return types).
  bool shouldSkipFunctionBody(clang::Decl *D) override {
    auto Place = SM->getExpansionLoc(D->getLocation());
    return Cfg.Headers ? SM->isInSystemHeader(Place) : !SM->isInMainFile(Place);
  }

  void HandleTranslationUnit(clang::ASTContext &Context) override {
    if (Context.getDiagnostics().hasErrorOccurred())
      return;
    Out.Functions = select(Context, Cfg);
    const auto &Dir = SM->getFileManager().getFileSystemOpts().WorkingDir;
    auto Cwd = SM->getFileManager()
                   .getVirtualFileSystem()
                   .getCurrentWorkingDirectory();
    std::string Base = Dir.empty() && Cwd ? *Cwd : Dir;
    auto Main = SM->getFileEntryRefForID(SM->getMainFileID());
    std::map<const clang::FileEntry *, std::string> Paths;
    for (auto It = SM->fileinfo_begin(); It != SM->fileinfo_end(); ++It) {
      std::string Path = absolutePath(Base, It->first.getName());
      Out.Dependencies.push_back(Path);
      Paths[&It->first.getFileEntry()] = Path;
      bool IsMain = Main && *Main == It->first;
      if (IsMain || hasSites(Path))
        if (auto Text = SM->getMemoryBufferForFileOrNone(It->first))
          Out.Sources.push_back({Path, namesOf(It->first, Path, Base), "",
                                 Text->getBuffer().str(), IsMain});
    }
    llvm::sort(Out.Sources, [](const SourceText &L, const SourceText &R) {
      return std::pair(!L.IsMain, L.Path) < std::pair(!R.IsMain, R.Path);
    });
    llvm::sort(Out.Dependencies);
    if (Cfg.Headers)
      keepGraph(Paths);
  }

private:
  void keepGraph(const std::map<const clang::FileEntry *, std::string> &Paths) {
    auto PathOf = [&](const clang::FileEntry *File) {
      auto At = Paths.find(File);
      return At == Paths.end() ? std::string() : At->second;
    };
    std::set<const clang::FileEntry *> Including;
    for (const Includes::Seen &S : Out.Seen.All) {
      Out.Graph.Edges.push_back(
          {PathOf(S.From), PathOf(S.To), S.Place, S.Name, S.Folder});
      if (!S.Place.InSystemHeader)
        Including.insert(S.From);
    }
    for (const auto &[File, Times] : Out.Seen.Entered)
      if (Times > 1)
        Out.Graph.Again.insert(PathOf(File));
    for (const clang::FileEntry *File : Out.Seen.Asking)
      Out.Graph.Asking.insert(PathOf(File));
    for (auto It = SM->fileinfo_begin(); It != SM->fileinfo_end(); ++It)
      if (!Including.count(&It->first.getFileEntry()))
        continue;
      else if (auto Text = SM->getMemoryBufferForFileOrNone(It->first))
        Out.Graph.Texts[PathOf(&It->first.getFileEntry())] =
            Text->getBuffer().str();
  }

  std::vector<std::string> namesOf(clang::FileEntryRef File,
                                   const std::string &Path,
                                   llvm::StringRef Base) const {
    std::set<std::string> Names = {Path};
    auto At = Out.Seen.Names.find(&File.getFileEntry());
    if (At != Out.Seen.Names.end())
      for (const std::string &Name : At->second)
        Names.insert(absolutePath(Base, Name));
    return {Names.begin(), Names.end()};
  }

  bool hasSites(llvm::StringRef Path) const {
    return llvm::any_of(Out.Functions.Files,
                        [&](const FileFacts &F) { return F.File == Path; });
  }

  const Config &Cfg;
  Harvest &Out;
  clang::SourceManager *SM = nullptr;
};

class Action : public clang::ASTFrontendAction {
public:
  Action(const Config &InCfg, Harvest &InOut) : Cfg(InCfg), Out(InOut) {}

  bool BeginInvocation(clang::CompilerInstance &CI) override {
    CI.getFrontendOpts().SkipFunctionBodies = true;
    CI.getFrontendOpts().DisableFree = false;
    return true;
  }

  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &CI, llvm::StringRef) override {
    CI.getPreprocessor().addPPCallbacks(
        watchIncludes(CI.getPreprocessor(), Out.Seen));
    return std::make_unique<Consumer>(Cfg, Out);
  }

private:
  const Config &Cfg;
  Harvest &Out;
};

// Fills Result.Files from the sites; a file whose edits cannot be proven is
// left out and its sites become skipped.
void rewriteFiles(const Config &Cfg, UnitResult &Result) {
  for (const SourceText &Source : Result.Sources) {
    auto Edits = editsOf(Source, Result.Functions, Cfg.ClockKind);
    if (!Edits) {
      std::string Why = llvm::toString(Edits.takeError());
      Result.Problems.push_back({Severity::Warning, Source.Path, 0, 0, Why});
      skipAll(Result.Functions, Source.Path, Why);
    } else if (!Edits->empty()) {
      Result.Files.push_back(
          {Source.Path, Source.Names, Source.OnDisk, Source.Original,
           applyEdits(Source.Original, *Edits),
           compilerText(Source.Original, *Edits), *Edits, Source.IsMain});
    }
  }
}

} // namespace

llvm::Expected<EditSet> editsOf(const SourceText &Source,
                                const Selection &Functions, Clock Kind) {
  std::vector<FunctionSite> Sites;
  for (const FunctionSite &Site : Functions.Sites)
    if (Site.File == Source.Path)
      Sites.push_back(Site);
  std::vector<OuterRange> Outer;
  for (const FileFacts &Facts : Functions.Files)
    if (Facts.File == Source.Path)
      Outer = Facts.Outer;
  return fileEdits(Source.Original, Sites, Outer, Kind);
}

void skipAll(Selection &Functions, llvm::StringRef File, llvm::StringRef Why) {
  for (FunctionSite &Site : Functions.Sites)
    if (Site.File == File && Site.What == Verdict::Instrument) {
      Site.What = Verdict::Skip;
      Site.Why = Why;
    }
}

static UnitResult parseAndRewrite(const UnitRequest &Request,
                                  const Config &Cfg) {
  UnitResult Result;
  auto Args = parseCommand(Request.Command, Request.Directory, Request.Source);
  if (!Args) {
    Result.Problems.push_back({Severity::Error, Request.Source, 0, 0,
                               llvm::toString(Args.takeError())});
    return Result;
  }
  Args->insert(Args->end() - 1, "-fbracket-depth=4096"); // GCC has no limit
  auto Disk = llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>(
      llvm::vfs::createPhysicalFileSystem().release());
  auto Layers = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(Disk);
  if (Request.Text) {
    auto Memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
    std::string Path = absolutePath(Request.Directory, "<stdin>");
    Memory->addFile(Path, 0,
                    llvm::MemoryBuffer::getMemBufferCopy(*Request.Text));
    Layers->pushOverlay(Memory);
    Args->back() = Path;
  }
  auto Files = llvm::makeIntrusiveRefCnt<StripFileSystem>(Layers);
  (void)Files->setCurrentWorkingDirectory(Request.Directory);
  auto Manager = llvm::makeIntrusiveRefCnt<clang::FileManager>(
      clang::FileSystemOptions(), Files);
  Harvest Found;
  ErrorCollector Errors(Request.Source, Result.Problems);
  clang::tooling::ToolInvocation Run(
      *Args, std::make_unique<Action>(Cfg, Found), Manager.get());
  Run.setDiagnosticConsumer(&Errors);
  bool Ran = Run.run();
  if (!Ran && Result.Problems.empty())
    Result.Problems.push_back(
        {Severity::Error, Request.Source, 0, 0, "the parser could not be run"});
  Result.Parsed = !hasErrors(Result.Problems);
  if (!Result.Parsed)
    return Result;
  Result.Functions = std::move(Found.Functions);
  Result.Sources = std::move(Found.Sources);
  for (SourceText &Source : Result.Sources) {
    const std::string *OnDisk = Files->onDisk(Source.Path);
    Source.OnDisk = OnDisk ? *OnDisk : Source.Original;
  }
  Result.Hazards = std::move(Found.Seen.Hazards);
  Result.Graph = std::move(Found.Graph);
  Result.Dependencies = std::move(Found.Dependencies);
  rewriteFiles(Cfg, Result);
  return Result;
}

// A source that crashes the parser, or is nested too deep for its stack, is one
// that could not be parsed.
UnitResult instrumentUnit(const UnitRequest &Request, const Config &Cfg) {
  static std::once_flag Enabled;
  std::call_once(Enabled, llvm::CrashRecoveryContext::Enable);
  constexpr unsigned StackBytes = 64u << 20;
  UnitResult Result;
  llvm::CrashRecoveryContext Safety;
  if (Safety.RunSafelyOnThread([&] { Result = parseAndRewrite(Request, Cfg); },
                               StackBytes))
    return Result;
  UnitResult Crashed;
  Crashed.Problems.push_back(
      {Severity::Error, Request.Source, 0, 0, "the parser crashed"});
  return Crashed;
}

} // namespace spile
