#include "tool/commands.h"
#include "tool/terminal.h"
#include <fmt/format.h>
#include <llvm/Support/GlobPattern.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/raw_ostream.h>

namespace spile {
namespace {

const char *verdictName(Verdict V) {
  switch (V) {
  case Verdict::Instrument:
    return "instrumented";
  case Verdict::Skip:
    return "skipped";
  case Verdict::Leave:
    break;
  }
  return "left";
}

std::string macroPlace(const FunctionSite &Site) {
  return fmt::format("{}:{}", shownPath(Site.MacroFile), Site.MacroLine);
}

std::string describe(const FunctionSite &Site) {
  std::string Place = Site.MacroFile.empty() ? "" : " at " + macroPlace(Site);
  std::string Why =
      Site.What == Verdict::Instrument ? Site.Rule
      : Site.What == Verdict::Skip
          ? fmt::format("{}{} (taken by {})", Site.Why, Place, Site.Rule)
          : Site.Why;
  return fmt::format("{}:{}:{}: {}: {}: {}", shownPath(Site.File), Site.Line,
                     Site.Column, Site.Name, verdictName(Site.What), Why);
}

llvm::json::Object toJson(const FunctionSite &Site) {
  llvm::json::Object Out{{"name", Site.Name},
                         {"file", shownPath(Site.File)},
                         {"line", Site.Line},
                         {"column", Site.Column},
                         {"statements", Site.Statements},
                         {"verdict", verdictName(Site.What)},
                         {"rule", Site.Rule},
                         {"why", Site.Why}};
  if (!Site.MacroFile.empty())
    Out["macro"] = macroPlace(Site);
  return Out;
}

std::string nearest(const std::vector<const FunctionSite *> &All,
                    llvm::StringRef Name) {
  unsigned Best = 1 + static_cast<unsigned>(Name.size()) / 3;
  std::string Found;
  for (const FunctionSite *Site : All)
    if (unsigned D = Name.edit_distance(Site->Name, true, Best); D < Best) {
      Best = D;
      Found = Site->Name;
    }
  return Found;
}

// A name matches as a whole or behind its last "::".
bool matches(const llvm::GlobPattern &Pattern, llvm::StringRef Name) {
  return Pattern.match(Name) || Pattern.match(Name.rsplit("::").second);
}

int printSites(const Options &Opts,
               const std::vector<const FunctionSite *> &Sites) {
  if (Opts.Json) {
    llvm::json::Array All;
    for (const FunctionSite *Site : Sites)
      All.push_back(toJson(*Site));
    llvm::outs() << llvm::formatv("{0:2}\n", llvm::json::Value(std::move(All)));
    return 0;
  }
  for (const FunctionSite *Site : Sites)
    fmt::print("{}\n", describe(*Site));
  return 0;
}

int printWhy(const Options &Opts,
             const std::vector<const FunctionSite *> &All) {
  auto Pattern = llvm::GlobPattern::create(Opts.Why);
  if (!Pattern) {
    printError("--why: " + llvm::toString(Pattern.takeError()));
    return 2;
  }
  std::vector<const FunctionSite *> Found;
  for (const FunctionSite *Site : All)
    if (matches(*Pattern, Site->Name) || Site->Name == Opts.Why)
      Found.push_back(Site);
  if (!Found.empty())
    return printSites(Opts, Found);
  std::string Near = nearest(All, Opts.Why);
  fmt::print(stderr, "spile: no function '{}' is defined in the files{}\n",
             Opts.Why, Near.empty() ? "" : "; did you mean '" + Near + "'?");
  return 1;
}

} // namespace

int listCommand(const Options &Opts, Run R) {
  std::vector<const FunctionSite *> All;
  for (const FilePlan &Plan : R.Files)
    for (const FunctionSite &Site : Plan.Functions.Sites)
      All.push_back(&Site);
  int Status = Opts.Why.empty() ? printSites(Opts, All) : printWhy(Opts, All);
  for (const std::string &Source : R.Unparsed)
    fmt::print(stderr, "spile: {}: not parsed: its functions are not listed\n",
               Source);
  if (Opts.Why.empty() && !Opts.Json) {
    Counts C = countFunctions(R);
    fmt::print("{} functions: {} instrumented, {} skipped, {} left\n",
               All.size(), C.Instrumented, C.Skipped, C.Left);
  }
  return R.Unparsed.empty() ? Status : 2;
}

} // namespace spile
