#include "matchers/config_compile.h"
#include "matchers/nearest.h"
#include "matchers/predicates/except.h"
#include "matchers/predicates/file.h"
#include "matchers/predicates/matcher_expr.h"
#include "matchers/predicates/min_statements.h"
#include "matchers/predicates/name.h"
#include <algorithm>
#include <fmt/format.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/YAMLParser.h>
#include <tuple>

namespace spile {

namespace {

constexpr unsigned MostMinStatements = 1000000;
constexpr size_t LongestProvider = 64;

class Compiler {
public:
  Compiler(llvm::StringRef InPath, Diagnostics &InOut)
      : Path(InPath), Out(InOut), Cfg(defaultConfig(parent(InPath))) {}

  Config compile(const Fragment &F);

private:
  using Predicates = std::vector<std::shared_ptr<const Predicate>>;

  static llvm::StringRef parent(llvm::StringRef Path) {
    const llvm::StringRef Folder = llvm::sys::path::parent_path(Path);
    return Folder.empty() ? "." : Folder;
  }
  void error(unsigned Line, unsigned Column, std::string Text) {
    Out.push_back({Severity::Error, Path, Line, Column, std::move(Text)});
  }
  void error(const Scalar &At, std::string Text) {
    error(At.Line, At.Column, std::move(Text));
  }
  std::string place(unsigned Line) const {
    return fmt::format("{}:{}", llvm::sys::path::filename(Path).str(), Line);
  }

  void flag(const std::optional<Scalar> &S, llvm::StringRef Key, bool &Into);
  void provider(const Scalar &S);
  void clock(const Scalar &S);
  void probes(const ScalarList &List);
  std::vector<WrittenName> names(const ScalarList &List);
  std::vector<WrittenFile> files(const ScalarList &List);
  void minStatements(const Scalar &S, Predicates &Into);
  void matcher(const Scalar &S, Predicates &Into);
  Rule rule(const Fragment::RuleBlock &Block);
  void exclude(const Fragment::ExcludeBlock &Block);

  std::string Path;
  Diagnostics &Out;
  Config Cfg;
};

void Compiler::flag(const std::optional<Scalar> &S, llvm::StringRef Key,
                    bool &Into) {
  if (!S)
    return;
  if (const auto Value = llvm::yaml::parseBool(S->Value))
    Into = *Value;
  else
    error(*S, fmt::format("'{}' must be true or false, not '{}'", Key.str(),
                          S->Value));
}

void Compiler::provider(const Scalar &S) {
  const llvm::StringRef Name = S.Value;
  const bool Identifier =
      !Name.empty() && !llvm::isDigit(Name[0]) &&
      llvm::all_of(Name, [](char C) { return llvm::isAlnum(C) || C == '_'; });
  if (!Identifier || Name.size() > LongestProvider)
    error(S, fmt::format("'provider' must be a C identifier of at most {} "
                         "characters, not '{}'",
                         LongestProvider, S.Value));
  else
    Cfg.Provider = S.Value;
}

void Compiler::clock(const Scalar &S) {
  const std::pair<llvm::StringRef, Clock> Clocks[] = {
      {"tsc", Clock::Tsc},
      {"monotonic", Clock::Monotonic},
      {"thread-cpu", Clock::ThreadCpu}};
  for (const auto &[Word, Kind] : Clocks)
    if (S.Value == Word) {
      Cfg.ClockKind = Kind;
      return;
    }
  error(S,
        fmt::format("'clock' must be tsc, monotonic or thread-cpu, not "
                    "'{}'{}",
                    S.Value,
                    didYouMean(S.Value, {"tsc", "monotonic", "thread-cpu"})));
}

void Compiler::probes(const ScalarList &List) {
  static constexpr llvm::StringRef Known[] = {"count", "time",  "histogram",
                                              "usdt",  "lttng", "record"};
  bool Count = false, Time = false, Bad = false;
  for (const Scalar &S : List.Items) {
    Count |= S.Value == "count";
    Time |= S.Value == "time";
    if (S.Value == "count" || S.Value == "time")
      continue;
    Bad = true;
    if (llvm::is_contained(Known, S.Value))
      error(S, fmt::format("probe '{}' is not available in this version",
                           S.Value));
    else
      error(S, fmt::format("unknown probe '{}'{}", S.Value,
                           didYouMean(S.Value, Known)));
  }
  // Every site counts and times; the mode of a running site turns time off.
  if (Count && !Time && !Bad)
    error(List.Items.front(),
          "probe 'count' without 'time' is not available in this version");
}

std::vector<WrittenName> Compiler::names(const ScalarList &List) {
  std::vector<WrittenName> All;
  for (const Scalar &S : List.Items) {
    auto Pattern = NamePattern::create(S.Value);
    if (Pattern)
      All.push_back(
          {S.Value, place(S.Line), std::move(*Pattern), S.Line, S.Column});
    else
      error(S, fmt::format("bad pattern '{}': {}", S.Value,
                           llvm::toString(Pattern.takeError())));
  }
  return All;
}

std::vector<WrittenFile> Compiler::files(const ScalarList &List) {
  std::vector<WrittenFile> All;
  for (const Scalar &S : List.Items) {
    auto Pattern = FilePattern::create(S.Value, Cfg.Root);
    if (Pattern)
      All.push_back({S.Value, place(S.Line), std::move(*Pattern)});
    else
      error(S, fmt::format("bad pattern '{}': {}", S.Value,
                           llvm::toString(Pattern.takeError())));
  }
  return All;
}

void Compiler::minStatements(const Scalar &S, Predicates &Into) {
  unsigned Least = 0;
  if (llvm::StringRef(S.Value).getAsInteger(10, Least) ||
      Least > MostMinStatements)
    error(S, fmt::format("'min-statements' must be a whole number from 0 to "
                         "{}, not '{}'",
                         MostMinStatements, S.Value));
  else
    Into.push_back(makeMinStatements(Least, place(S.Line)));
}

void Compiler::matcher(const Scalar &S, Predicates &Into) {
  auto Parsed = parseMatcher(S.Value);
  if (const auto *Bad = std::get_if<MatcherError>(&Parsed)) {
    const TextPlace At = placeInside(S, Bad->Offset);
    error(At.Line, At.Column, "bad matcher: " + Bad->Text);
    return;
  }
  Into.push_back(makeMatcherExpr(
      std::get<clang::ast_matchers::DeclarationMatcher>(std::move(Parsed)),
      place(S.Line)));
}

// The conditions in the order in which they explain themselves; the dear one,
// the matcher, is asked when the cheap ones hold.
Rule Compiler::rule(const Fragment::RuleBlock &Block) {
  Rule R;
  R.Place = place(Block.Line);
  if (Block.Functions) {
    auto Names = names(*Block.Functions);
    for (const WrittenName &N : Names)
      if (N.Pattern.exact())
        Cfg.ExactNames.push_back({*N.Pattern.exact(), N.Line, N.Column});
    R.AllOf.push_back(makeName(std::move(Names), "functions"));
  }
  if (Block.Files)
    if (auto Files = files(*Block.Files); !Files.empty())
      R.AllOf.push_back(makeFile(std::move(Files), "files"));
  if (Block.Except)
    R.AllOf.push_back(makeExcept(names(*Block.Except)));
  if (Block.MinStatements)
    minStatements(*Block.MinStatements, R.AllOf);
  if (Block.Matcher)
    matcher(*Block.Matcher, R.AllOf);
  if (Block.Probes)
    probes(*Block.Probes);
  return R;
}

void Compiler::exclude(const Fragment::ExcludeBlock &Block) {
  if (Block.Functions)
    Cfg.Exclude.push_back(
        makeName(names(*Block.Functions), "exclude functions"));
  if (Block.Files)
    if (auto Files = files(*Block.Files); !Files.empty())
      Cfg.Exclude.push_back(makeFile(std::move(Files), "exclude files"));
}

Config Compiler::compile(const Fragment &F) {
  Cfg.Path = Path;
  if (F.Provider)
    provider(*F.Provider);
  if (F.Clock)
    clock(*F.Clock);
  flag(F.Headers, "headers", Cfg.Headers);
  flag(F.Lambdas, "lambdas", Cfg.Lambdas);
  flag(F.Strict, "strict", Cfg.Strict);
  exclude(F.Exclude);
  if (F.Rules) {
    Cfg.Rules.clear();
    for (const Fragment::RuleBlock &Block : *F.Rules)
      Cfg.Rules.push_back(rule(Block));
  }
  return std::move(Cfg);
}

} // namespace

Config compileFragment(const Fragment &F, llvm::StringRef Path,
                       Diagnostics &Out) {
  return Compiler(Path, Out).compile(F);
}

std::optional<Config> parseConfig(llvm::StringRef Text, llvm::StringRef Path,
                                  Diagnostics &Out) {
  Diagnostics Found;
  const Fragment F = parseFragment(Text, Path, Found);
  Config Cfg = compileFragment(F, Path, Found);
  // Shape and values are checked one after the other; a person reads by line.
  std::sort(Found.begin(), Found.end(),
            [](const Diagnostic &A, const Diagnostic &B) {
              return std::tie(A.Line, A.Column, A.Text) <
                     std::tie(B.Line, B.Column, B.Text);
            });
  Out.insert(Out.end(), Found.begin(), Found.end());
  if (hasErrors(Found))
    return std::nullopt;
  return Cfg;
}

} // namespace spile
