#include "tool/launcher_source.h"
#include "tool/config_set.h"
#include <llvm/ADT/STLExtras.h>

namespace spile {
namespace {

// Null: the configuration has errors, which are in Plan.Errors.
std::shared_ptr<const Config>
configFor(const CallFacts &Call, const std::string &Main, SourcePlan &Plan) {
  ConfigSet Configs(Call.Options.Config, Call.Options.Functions);
  auto Cfg = Configs.of(Main);
  for (const Diagnostic &D : Configs.problems())
    if (D.Level == Severity::Error)
      Plan.Errors.push_back(D);
  if (Cfg)
    Plan.Config = Cfg->Path;
  return Plan.Errors.empty() ? Cfg : nullptr;
}

// As a person in that folder would write it.
std::string shownFrom(llvm::StringRef Directory, llvm::StringRef Path) {
  if (Path.starts_with(Directory) && Path[Directory.size()] == '/')
    return Path.drop_front(Directory.size() + 1).str();
  return Path.str();
}

void noteFunctions(const Selection &Functions, llvm::StringRef Directory,
                   SourcePlan &Plan) {
  for (const FunctionSite &Site : Functions.Sites) {
    if (Site.What == Verdict::Instrument) {
      ++Plan.Timed;
      Plan.BodyLines.insert(Site.BodyLine);
    }
    if (Site.What != Verdict::Skip)
      continue;
    Plan.LeftOut.push_back({Severity::Error, shownFrom(Directory, Site.File),
                            Site.Line, Site.Column,
                            Site.Name + " is left out: " + Site.Why});
  }
}

// Without headers, when their copies cannot be made for GCC.
void keepMainOnly(UnitResult &Result, const std::string &Why,
                  SourcePlan &Plan) {
  Plan.Incomplete = "functions of headers are not timed: " + Why;
  for (const RewrittenFile &File : Result.Files)
    if (!File.IsMain)
      skipAll(Result.Functions, File.Path,
              "GCC cannot be given its header: " + Why);
  llvm::erase_if(Result.Files,
                 [](const RewrittenFile &F) { return !F.IsMain; });
}

void planCopies(UnitResult &Result, SourcePlan &Plan) {
  if (llvm::all_of(Result.Files,
                   [](const RewrittenFile &F) { return F.IsMain; }))
    return;
  if (Plan.Source == "-")
    return keepMainOnly(Result, "the source is standard input", Plan);
  auto Copies = copiesForGcc(Result, Plan.Source);
  if (!Copies)
    return keepMainOnly(Result, llvm::toString(Copies.takeError()), Plan);
  Plan.Copies = std::move(*Copies);
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
  if (!Call.IsClang)
    planCopies(Result, Plan);
  noteFunctions(Result.Functions, Call.Directory, Plan);
  Plan.Files = std::move(Result.Files);
  if (Call.IsClang)
    return;
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
  std::shared_ptr<const Config> Cfg = configFor(Call, Main, Plan);
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
  takeResult(Call, instrumentUnit(Request, *Cfg), Plan);
  return Plan;
}

} // namespace spile
