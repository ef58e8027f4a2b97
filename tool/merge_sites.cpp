#include "tool/merge_sites.h"
#include "matchers/select.h"
#include <algorithm>
#include <tuple>

namespace spile {

static auto placeOf(const FunctionSite &S) {
  return std::tie(S.Line, S.Column, S.Name);
}

static int weight(Verdict V) {
  switch (V) {
  case Verdict::Skip:
    return 2;
  case Verdict::Instrument:
    return 1;
  case Verdict::Leave:
    break;
  }
  return 0;
}

static void mergeSite(std::vector<FunctionSite> &Sites,
                      const FunctionSite &New) {
  auto At = std::lower_bound(Sites.begin(), Sites.end(), New,
                             [](const FunctionSite &L, const FunctionSite &R) {
                               return placeOf(L) < placeOf(R);
                             });
  if (At == Sites.end() || placeOf(*At) != placeOf(New)) {
    Sites.insert(At, New);
    return;
  }
  bool Merged = At->Merged || New.Merged; // the safe form serves both
  if (weight(New.What) > weight(At->What))
    *At = New;
  At->Merged = Merged;
}

void mergeFile(Selection &To, const Selection &From, const std::string &File,
               const std::string &As) {
  for (FunctionSite Site : From.Sites)
    if (Site.File == File) {
      Site.File = As;
      mergeSite(To.Sites, Site);
    }
  skipSharedText(To.Sites);
  for (const FileFacts &New : From.Files) {
    if (New.File != File)
      continue;
    if (To.Files.empty())
      To.Files.push_back({As, New.IsMain, {}});
    std::vector<OuterRange> &Outer = To.Files.front().Outer;
    Outer.insert(Outer.end(), New.Outer.begin(), New.Outer.end());
    std::sort(Outer.begin(), Outer.end(),
              [](const OuterRange &L, const OuterRange &R) {
                return std::tie(L.Begin, L.End) < std::tie(R.Begin, R.End);
              });
    Outer.erase(std::unique(Outer.begin(), Outer.end()), Outer.end());
  }
}

} // namespace spile
