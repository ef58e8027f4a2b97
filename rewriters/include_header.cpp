#include "rewriters/include_header.h"
#include "rewriters/source_lines.h"
#include <algorithm>
#include <fmt/format.h>

namespace spile {

llvm::StringRef headerName(Clock Kind) {
  switch (Kind) {
  case Clock::Tsc:
    break;
  case Clock::Monotonic:
    return "spile/scope_monotonic.h";
  case Clock::ThreadCpu:
    return "spile/scope_thread_cpu.h";
  }
  return "spile/scope.h";
}

static bool covers(const std::vector<Branch> &Outer,
                   const std::vector<Branch> &Inner) {
  return Outer.size() <= Inner.size() &&
         std::equal(Outer.begin(), Outer.end(), Inner.begin());
}

static bool insideOf(const std::vector<OuterRange> &Ranges, unsigned Offset) {
  return std::any_of(Ranges.begin(), Ranges.end(), [&](const OuterRange &R) {
    return R.Begin < Offset && Offset < R.End;
  });
}

// The byte that the include must precede: the begin of the outermost
// declaration of the first edit.
static unsigned firstUse(const std::vector<OuterRange> &Outer,
                         const EditSet &Sites) {
  unsigned First = Sites.edits().front().Offset;
  unsigned Begin = First;
  for (const OuterRange &R : Outer)
    if (R.Begin <= First && First < R.End)
      Begin = std::min(Begin, R.Begin);
  return Begin;
}

Edit includeEdit(llvm::StringRef Text, const std::vector<OuterRange> &Outer,
                 const EditSet &Sites, Clock Kind) {
  std::string Include = fmt::format("#include <{}>", headerName(Kind).str());
  std::vector<SourceLine> Lines = sourceLines(Text);
  unsigned Limit = firstUse(Outer, Sites);
  auto Serves = [&](const SourceLine &Line) {
    return Line.Whole && (Line.Blank || Line.Comment) &&
           !insideOf(Outer, Line.Offset) &&
           std::all_of(
               Sites.edits().begin(), Sites.edits().end(), [&](const Edit &E) {
                 return covers(Line.Inside, lineAt(Lines, E.Offset).Inside);
               });
  };
  const SourceLine *Found = nullptr;
  bool BehindInclude = false;
  for (const SourceLine &Line : Lines) {
    if (Line.Offset > Limit)
      break;
    if (Line.Include && !insideOf(Outer, Line.Offset))
      BehindInclude = true;
    else if (Serves(Line) && (BehindInclude || !Found)) {
      Found = &Line;
      BehindInclude = false;
    }
  }
  if (Found)
    return {Found->Offset, Found->Blank ? Include : Include + " "};
  unsigned Top = Text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  llvm::StringRef End =
      Text.take_until([](char C) { return C == '\n'; }).ends_with("\r") ? "\r\n"
                                                                        : "\n";
  return {Top, fmt::format("{}{}#line 1{}", Include, End.str(), End.str())};
}

} // namespace spile
