#include "matchers/select.h"
#include "matchers/decide.h"
#include "matchers/eligibility.h"
#include "matchers/find_functions.h"
#include "matchers/outer_ranges.h"
#include "matchers/qualified_name.h"
#include <algorithm>
#include <clang/AST/DeclCXX.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/Support/Path.h>
#include <map>
#include <set>
#include <tuple>

namespace spile {

using namespace clang;

namespace {

class Selector {
public:
  Selector(ASTContext &InContext, const Config &InCfg)
      : Context(InContext), Cfg(InCfg), Sources(InContext.getSourceManager()),
        Names(Sources), Eligible(InContext) {}

  Selection run();

private:
  bool isWanted(FileID File);
  bool isOwnHeader(FileID File);
  FunctionSite site(const FoundFunction &Found);
  void unmatchedNames();

  ASTContext &Context;
  const Config &Cfg;
  const SourceManager &Sources;
  SourceFiles Names;
  Eligibility Eligible;
  llvm::DenseMap<FileID, bool> Wanted;
  std::map<std::string, FileID> Files; // that hold a site
  Selection Out;
};

bool Selector::isOwnHeader(FileID File) {
  const SourceLocation Start = Sources.getLocForStartOfFile(File);
  if (Start.isInvalid() || Sources.isInSystemHeader(Start))
    return false;
  llvm::StringRef Below = Names.name(File);
  return Below.consume_front(Cfg.Root) &&
         (Below.starts_with("/") || llvm::StringRef(Cfg.Root).ends_with("/"));
}

bool Selector::isWanted(FileID File) {
  const auto [Known, New] = Wanted.try_emplace(File, false);
  if (New) {
    const bool Yes =
        File == Sources.getMainFileID() || (Cfg.Headers && isOwnHeader(File));
    Wanted[File] = Yes; // Known may be stale: the map can have grown
    return Yes;
  }
  return Known->second;
}

static bool isMerged(const Candidate &C) {
  const FunctionDecl &Function = *C.Function;
  return Function.getLangOpts().CPlusPlus &&
         (C.Lambda || Function.isInlined() || Function.isTemplated());
}

FunctionSite Selector::site(const FoundFunction &Found) {
  Candidate C;
  C.Function = Found.Function;
  C.Context = &Context;
  C.Name = qualifiedName(*Found.Function);
  C.Place = Names.place(Found.Name);
  C.File = Names.name(C.Place.File);
  C.Body = bodyFacts(*Found.Function);
  C.Lambda = Found.Lambda;
  Files.try_emplace(C.File, C.Place.File);

  FunctionSite Site;
  Site.Name = C.Name;
  Site.File = C.File;
  Site.Line = C.Place.Line;
  Site.Column = C.Place.Column;
  Site.Statements = C.Body.Statements;
  Site.Merged = isMerged(C);
  Decision D = decide(C, Cfg);
  (D.Taken ? Site.Rule : Site.Why) = std::move(D.Text);
  const std::optional<Obstacle> Blocked = Eligible.obstacle(C);
  if (!Blocked) {
    const FilePlace Brace = Names.place(openingBrace(*Found.Function));
    Site.BodyOffset = Brace.Offset + braceLength(Sources, Brace);
    Site.BodyLine = Brace.Line;
  }
  if (!D.Taken)
    return Site;
  Site.What = Blocked ? Verdict::Skip : Verdict::Instrument;
  if (Blocked)
    Site.Why = toString(*Blocked);
  if (Blocked == Obstacle::BraceFromMacro) {
    const FilePlace Brace =
        Names.place(Sources.getSpellingLoc(openingBrace(*Found.Function)));
    Site.MacroFile = Names.name(Brace.File);
    Site.MacroLine = Brace.Line;
  }
  return Site;
}

static auto order(const FunctionSite &S) {
  return std::tie(S.File, S.Line, S.Column, S.Name);
}

// A file that is included more than once defines the same function each time,
// or, with its name from a macro, another one; the text is edited once.
static void mergeRepeated(std::vector<FunctionSite> &Sites) {
  // Of several verdicts on one function, Skip counts.
  const auto Key = [](const FunctionSite &S) {
    return std::tuple(S.What != Verdict::Skip, S.What, std::tie(S.Why, S.Rule));
  };
  std::sort(Sites.begin(), Sites.end(),
            [&](const FunctionSite &A, const FunctionSite &B) {
              return order(A) != order(B) ? order(A) < order(B)
                                          : Key(A) < Key(B);
            });
  skipSharedText(Sites);
  const auto Same = [](const FunctionSite &A, const FunctionSite &B) {
    return order(A) == order(B);
  };
  Sites.erase(std::unique(Sites.begin(), Sites.end(), Same), Sites.end());
}

void Selector::unmatchedNames() {
  std::set<std::string> Seen;
  for (const FunctionSite &S : Out.Sites)
    Seen.insert(S.Name);
  for (const auto &[Name, Line, Column] : Cfg.ExactNames)
    if (!Seen.count(Name))
      Out.UnmatchedNames.push_back(Name);
}

Selection Selector::run() {
  const auto Found =
      findFunctions(Context, [this](FileID File) { return isWanted(File); });
  for (const FoundFunction &F : Found)
    Out.Sites.push_back(site(F));
  mergeRepeated(Out.Sites);
  for (const auto &[Name, File] : Files)
    Out.Files.push_back(
        {Name, File == Sources.getMainFileID(), outerRanges(Context, File)});
  unmatchedNames();
  return std::move(Out);
}

} // namespace

void skipSharedText(std::vector<FunctionSite> &Sites) {
  const std::string_view Shared = toString(Obstacle::SharedText);
  std::map<std::pair<std::string, unsigned>, std::set<std::string>> At;
  for (const FunctionSite &S : Sites)
    if (S.What == Verdict::Instrument || S.Why == Shared)
      At[{S.File, S.BodyOffset}].insert(S.Name);
  for (FunctionSite &S : Sites)
    if (S.What == Verdict::Instrument &&
        At[{S.File, S.BodyOffset}].size() > 1) {
      S.What = Verdict::Skip;
      S.Why = Shared;
    }
}

Selection select(ASTContext &Context, const Config &Cfg) {
  return Selector(Context, Cfg).run();
}

} // namespace spile
