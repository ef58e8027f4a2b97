#include "tool/pipeline.h"
#include "tool/merge_sites.h"
#include <atomic>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

namespace spile {
namespace {

// Calls Work(i) for i in [0, Count) from several threads.
void forEachParallel(size_t Count, unsigned Jobs,
                     const std::function<void(size_t)> &Work) {
  std::atomic<size_t> Next = 0;
  auto Loop = [&] {
    for (size_t I; (I = Next++) < Count;)
      Work(I);
  };
  std::vector<std::thread> Threads;
  for (unsigned J = 1; J < std::min<size_t>(Jobs, Count); ++J)
    Threads.emplace_back(Loop);
  Loop();
  for (std::thread &T : Threads)
    T.join();
}

class Merger {
public:
  explicit Merger(Run &InOut) : Out(InOut) {}

  void add(const InputUnit &Unit, const Config &Cfg, UnitResult Result) {
    Out.Problems.insert(Out.Problems.end(), Result.Problems.begin(),
                        Result.Problems.end());
    if (!Result.Parsed) {
      Out.Unparsed.push_back(shownPath(Unit.Path));
      Strict |= Cfg.Strict;
      return;
    }
    for (SourceText &Source : Result.Sources)
      addFile(std::move(Source), Result.Functions, Cfg);
    ++UnitsOf[&Cfg];
    for (const std::string &Name : Result.Functions.UnmatchedNames)
      ++Unmatched[{&Cfg, Name}];
  }

  void finish() {
    for (auto &[Path, Plan] : Plans) {
      auto Edits = editsOf(Plan.Source, Plan.Functions, Plan.ClockKind);
      if (Edits) {
        Plan.Edits = std::move(*Edits);
      } else {
        std::string Why = llvm::toString(Edits.takeError());
        Out.Problems.push_back({Severity::Warning, shownPath(Path), 0, 0, Why});
        skipAll(Plan.Functions, Path, Why);
      }
      for (const FunctionSite &Site : Plan.Functions.Sites)
        if (StrictFiles.count(Path) && Site.What == Verdict::Skip)
          Out.LeftOut.push_back({Severity::Error, shownPath(Path), Site.Line,
                                 Site.Column,
                                 Site.Name + " is left out: " + Site.Why});
      Out.Files.push_back(std::move(Plan));
    }
    Out.Strict = Strict || !Out.LeftOut.empty();
    for (const auto &[Cfg, Units] : UnitsOf)
      for (const ExactName &Exact : Cfg->ExactNames)
        if (Unmatched[{Cfg, Exact.Name}] == Units)
          Out.Problems.push_back(
              {Severity::Warning,
               Exact.Line ? shownPath(Cfg->Path) : "--functions", Exact.Line,
               Exact.Column,
               "no function is named '" + Exact.Name + "' in the files given"});
  }

private:
  void addFile(SourceText Source, const Selection &From, const Config &Cfg) {
    const std::string Name = std::exchange(Source.Path, unlinked(Source.Path));
    const std::string Path = Source.Path;
    auto [At, New] = Plans.try_emplace(Path);
    FilePlan &Plan = At->second;
    if (Cfg.Strict)
      StrictFiles.insert(Path);
    if (New) {
      Plan.Source = std::move(Source);
      Plan.ClockKind = Cfg.ClockKind;
    } else if (Plan.Source.OnDisk != Source.OnDisk) {
      Out.Problems.push_back({Severity::Error, shownPath(Path), 0, 0,
                              "changed while it was read"});
      return;
    }
    mergeFile(Plan.Functions, From, Name, Path);
  }

  Run &Out;
  std::map<std::string, FilePlan> Plans;
  std::set<std::string> StrictFiles;
  // Units by configuration, and those of them that lack a name it asks for.
  std::map<const Config *, size_t> UnitsOf;
  std::map<std::pair<const Config *, std::string>, size_t> Unmatched;
  bool Strict = false;
};

} // namespace

Run runUnits(const std::vector<InputUnit> &Units,
             const std::vector<std::shared_ptr<const Config>> &Configs,
             unsigned Jobs, const Progress &Report) {
  std::vector<UnitResult> Results(Units.size());
  std::mutex Lock;
  size_t Done = 0;
  forEachParallel(Units.size(), Jobs, [&](size_t I) {
    const InputUnit &U = Units[I];
    Results[I] = instrumentUnit({U.Command, U.Directory, U.Source, nullptr},
                                *Configs[I]);
    std::lock_guard<std::mutex> Held(Lock);
    Report(++Done, U);
  });
  Run Out;
  Merger All(Out);
  for (size_t I = 0; I < Units.size(); ++I)
    All.add(Units[I], *Configs[I], std::move(Results[I]));
  All.finish();
  return Out;
}

Counts countFunctions(const Run &R) {
  Counts Out;
  for (const FilePlan &Plan : R.Files)
    for (const FunctionSite &Site : Plan.Functions.Sites)
      switch (Site.What) {
      case Verdict::Instrument:
        ++Out.Instrumented;
        break;
      case Verdict::Skip:
        ++Out.Skipped;
        break;
      case Verdict::Leave:
        ++Out.Left;
        break;
      }
  return Out;
}

} // namespace spile
