#include "tool/launcher_source.h"
#include "matchers/config.h"
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/CrashRecoveryContext.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

namespace spile {
namespace {

constexpr unsigned ParserStack = 64u << 20;

std::string absolutePath(llvm::StringRef Directory, llvm::StringRef Path) {
  llvm::SmallString<256> Out(absoluteFrom(Directory, Path));
  llvm::sys::path::remove_dots(Out, /*remove_dot_dot=*/true);
  return Out.str().str();
}

std::optional<Config> readConfig(const std::string &Path, Diagnostics &Out) {
  auto Text = llvm::MemoryBuffer::getFile(Path);
  if (!Text) {
    Out.push_back({Severity::Error, Path, 0, 0,
                   "cannot be read: " + Text.getError().message()});
    return std::nullopt;
  }
  return parseConfig((*Text)->getBuffer(), Path, Out);
}

// --functions in place of the configuration's own rules.
void overrideRules(const std::vector<std::string> &Globs, Config &Cfg,
                   Diagnostics &Out) {
  std::string Text = "instrument:\n  - functions: [";
  for (const std::string &Glob : Globs) {
    Text += &Glob == &Globs.front() ? "'" : ", '";
    for (char C : Glob)
      Text += C == '\'' ? std::string("''") : std::string(1, C);
    Text += "'";
  }
  auto Given = parseConfig(Text + "]\n", "--functions", Out);
  if (Given)
    Cfg.Rules = std::move(Given->Rules);
}

std::optional<Config> configFor(const CallFacts &Call, const std::string &Main,
                                SourcePlan &Plan) {
  if (!Call.Options.Config.empty())
    Plan.Config = Call.Options.Config;
  else if (auto Found = findConfig(Main))
    Plan.Config = *Found;
  std::optional<Config> Cfg;
  if (Plan.Config.empty())
    Cfg = defaultConfig(llvm::sys::path::parent_path(Main));
  else
    Cfg = readConfig(Plan.Config, Plan.Errors);
  if (Cfg && !Call.Options.Functions.empty())
    overrideRules(Call.Options.Functions, *Cfg, Plan.Errors);
  if (hasErrors(Plan.Errors))
    return std::nullopt;
  llvm::erase_if(Plan.Errors, [](const Diagnostic &D) {
    return D.Level != Severity::Error;
  });
  return Cfg;
}

void noteFunctions(const Selection &Functions, SourcePlan &Plan) {
  for (const FunctionSite &Site : Functions.Sites) {
    if (Site.What == Verdict::Instrument)
      ++Plan.Timed;
    if (Site.What != Verdict::Skip)
      continue;
    ++Plan.Skipped;
    Plan.Notes.push_back(Site.File + ":" + std::to_string(Site.Line) + ": " +
                         Site.Name + " is left out: " + Site.Why);
  }
}

// GCC finds headers by itself: only its main file can be another.
void keepMainOnly(SourcePlan &Plan) {
  size_t All = Plan.Files.size();
  llvm::erase_if(Plan.Files, [](const RewrittenFile &F) { return !F.IsMain; });
  if (Plan.Files.size() != All)
    Plan.Notes.push_back(Plan.Source +
                         ": functions of headers are left out: "
                         "only Clang can be given edited headers");
}

void takeResult(const CallFacts &Call, UnitResult Result, SourcePlan &Plan) {
  if (!Result.Parsed) {
    Plan.Why = "it could not be parsed";
    for (const Diagnostic &D : Result.Problems)
      if (D.Level == Severity::Error) {
        Plan.Why = toString(D);
        break;
      }
    return;
  }
  for (const Diagnostic &D : Result.Problems)
    Plan.Notes.push_back(toString(D));
  noteFunctions(Result.Functions, Plan);
  Plan.Files = std::move(Result.Files);
  if (Call.IsClang)
    return;
  keepMainOnly(Plan);
  if (!Result.Hazards.empty() && Plan.rewritten()) {
    const IncludeHazard &H = Result.Hazards.front();
    Plan.Why = "\"" + H.Name + "\" included by " + H.Includer +
               " would be found elsewhere";
    Plan.Files.clear();
  }
}

} // namespace

SourcePlan planSource(const CallFacts &Call, const Input &In) {
  SourcePlan Plan;
  Plan.Token = In.Token;
  Plan.Source = In.Path;
  bool IsStdin = In.Path == "-";
  std::string Main =
      absolutePath(Call.Directory, IsStdin ? "<stdin>" : In.Path);
  std::optional<Config> Cfg = configFor(Call, Main, Plan);
  if (!Cfg)
    return Plan;
  Plan.Strict = Cfg->Strict;
  Plan.Root = Cfg->Root;
  UnitRequest Request;
  Request.Command = {Call.Line.Compiler};
  for (const Token &T : Call.Line.Tokens)
    llvm::append_range(Request.Command, T.Raw);
  Request.Directory = Call.Directory;
  Request.Source = In.Path;
  Request.Text = IsStdin ? Call.Stdin : nullptr;
  UnitResult Result;
  // A parser that crashes must not break the build.
  llvm::CrashRecoveryContext::Enable();
  llvm::CrashRecoveryContext Safety;
  if (!Safety.RunSafelyOnThread([&] { Result = instrumentUnit(Request, *Cfg); },
                                ParserStack))
    Plan.Why = "the parser crashed";
  else
    takeResult(Call, std::move(Result), Plan);
  llvm::CrashRecoveryContext::Disable();
  return Plan;
}

} // namespace spile
