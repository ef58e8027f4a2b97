#include "rewriters/unified_diff.h"
#include <algorithm>
#include <fmt/format.h>

namespace spile {
namespace {

// What stands in a version of the file for one line of the original: that line
// with its insertions, which may hold line ends of their own.
using Lines = std::vector<std::string>;

std::vector<Lines> linesOf(llvm::StringRef Original, const EditSet &Edits) {
  std::vector<Lines> Out;
  auto E = Edits.edits().begin(), Last = Edits.edits().end();
  size_t At = 0;
  do {
    size_t NewLine = Original.find('\n', At);
    size_t End =
        NewLine == llvm::StringRef::npos ? Original.size() : NewLine + 1;
    std::string Text;
    for (size_t Done = At;; Done = E++->Offset) {
      bool Here = E != Last && (E->Offset < End ||
                                (End == Original.size() && E->Offset == End));
      Text += Original.slice(Done, Here ? E->Offset : End);
      if (!Here)
        break;
      Text += E->Text;
    }
    Lines Group;
    for (llvm::StringRef Rest = Text; !Rest.empty();) {
      size_t Size = std::min(Rest.find('\n'), Rest.size() - 1) + 1;
      Group.push_back(Rest.take_front(Size).str());
      Rest = Rest.drop_front(Size);
    }
    Out.push_back(std::move(Group));
    At = End;
  } while (At < Original.size());
  return Out;
}

void addLine(std::string &Out, char Sign, llvm::StringRef Line) {
  Out += Sign;
  Out += Line;
  if (!Line.ends_with("\n"))
    Out += "\n\\ No newline at end of file\n";
}

class Writer {
public:
  Writer(const DiffRequest &R)
      : Old(linesOf(R.Original, R.Old)), New(linesOf(R.Original, R.New)),
        Context(R.Context) {}

  std::string hunks() {
    for (size_t I = 0; I < Old.size();) {
      if (Old[I] == New[I]) {
        OldLine += Old[I].size();
        NewLine += New[I].size();
        ++I;
        continue;
      }
      size_t Begin = I > Context ? I - Context : 0;
      I = hunk(std::max(Begin, Shown));
      Shown = I;
    }
    return std::move(Out);
  }

private:
  // The end of the hunk that begins at group Begin: Context equal groups behind
  // the last difference.
  size_t endOf(size_t Begin) const {
    size_t End = Begin, Equal = 0;
    bool Seen = false;
    while (End < Old.size() && (!Seen || Equal <= 2 * size_t(Context))) {
      Equal = Old[End] == New[End] ? Equal + 1 : 0;
      Seen |= Equal == 0;
      ++End;
    }
    size_t Behind = std::min<size_t>(Equal, Context);
    return End - Equal + Behind;
  }

  size_t hunk(size_t Begin) {
    size_t End = endOf(Begin);
    std::string Body;
    size_t OldCount = 0, NewCount = 0, OldBefore = 0, NewBefore = 0;
    bool Reached = false;
    for (size_t I = Begin; I < End;) {
      size_t Stop = I;
      while (Stop < End && Old[Stop] != New[Stop])
        ++Stop;
      if (Stop == I) {
        for (const std::string &Line : Old[I])
          addLine(Body, ' ', Line);
        OldBefore += Reached ? 0 : Old[I].size();
        NewBefore += Reached ? 0 : New[I].size();
        Stop = I + 1;
      } else {
        Reached = true;
        for (size_t J = I; J < Stop; ++J)
          for (const std::string &Line : Old[J])
            addLine(Body, '-', Line);
        for (size_t J = I; J < Stop; ++J)
          for (const std::string &Line : New[J])
            addLine(Body, '+', Line);
      }
      for (; I < Stop; ++I) {
        OldCount += Old[I].size();
        NewCount += New[I].size();
      }
    }
    size_t OldStart = OldLine - OldBefore, NewStart = NewLine - NewBefore;
    Out += fmt::format("@@ -{},{} +{},{} @@\n", OldStart + (OldCount > 0),
                       OldCount, NewStart + (NewCount > 0), NewCount);
    Out += Body;
    OldLine = OldStart + OldCount;
    NewLine = NewStart + NewCount;
    return End;
  }

  std::vector<Lines> Old, New;
  unsigned Context;
  size_t Shown = 0;                // groups that are in a hunk or passed
  size_t OldLine = 0, NewLine = 0; // lines before the group looked at
  std::string Out;
};

} // namespace

std::string unifiedDiff(const DiffRequest &Request) {
  std::string Hunks = Writer(Request).hunks();
  if (Hunks.empty())
    return Hunks;
  return fmt::format("diff --git a/{0} b/{0}\n--- a/{0}\n+++ b/{0}\n{1}",
                     Request.Path, Hunks);
}

} // namespace spile
