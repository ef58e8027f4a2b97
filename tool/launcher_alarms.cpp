#include "tool/launcher_alarms.h"
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>

namespace spile {
namespace {

// Those of GCC 12 and Clang 19 that depend on the paths through a function, and
// GCC's of classes that are not in the file that it was given.
bool mayComeOfEdit(llvm::StringRef Name) {
  static const std::set<llvm::StringRef> Names = {
      "aggressive-loop-optimizations",
      "alloc-size-larger-than",
      "array-bounds",
      "dangling-pointer",
      "format-overflow",
      "format-truncation",
      "free-nonheap-object",
      "maybe-uninitialized",
      "mismatched-new-delete",
      "nonnull",
      "null-dereference",
      "overflow",
      "restrict",
      "return-local-addr",
      "stringop-overflow",
      "stringop-overread",
      "stringop-truncation",
      "subobject-linkage",
      "use-after-free"};
  return Names.count(Name.take_until([](char C) { return C == '='; })) != 0;
}

// Without the escape sequences of colours.
std::string plainText(llvm::StringRef Text) {
  std::string Out;
  for (size_t At = 0; At < Text.size(); ++At)
    if (Text.substr(At).starts_with("\033["))
      while (At + 1 < Text.size() && !llvm::isAlpha(Text[At]))
        ++At;
    else
      Out += Text[At];
  return Out;
}

// "... [-Wname]", "... [-Werror=name]" (GCC), "... [-Werror,-Wname]" (Clang).
std::string warningOf(llvm::StringRef Line) {
  size_t At = Line.rfind("[-W");
  Line = Line.rtrim();
  if (At == llvm::StringRef::npos || !Line.consume_back("]"))
    return "";
  llvm::StringRef Name = Line.drop_front(At + 3);
  if (!Name.consume_front("error="))
    Name.consume_front("error,-W");
  return Name.str();
}

template <class Take> void eachLine(llvm::StringRef Messages, Take Each) {
  std::string Text = plainText(Messages);
  llvm::SmallVector<llvm::StringRef, 32> Lines;
  llvm::StringRef(Text).split(Lines, '\n', -1, /*KeepEmpty=*/false);
  llvm::for_each(Lines, Each);
}

} // namespace

std::vector<std::string> possibleAlarms(llvm::StringRef Messages) {
  std::set<std::string> Names;
  eachLine(Messages, [&](llvm::StringRef Line) {
    std::string Name = warningOf(Line);
    if (mayComeOfEdit(Name))
      Names.insert(Name);
  });
  return {Names.begin(), Names.end()};
}

std::vector<std::string> errorsThatAreWarnings(llvm::StringRef Messages) {
  std::set<std::string> Names;
  bool Other = false;
  eachLine(Messages, [&](llvm::StringRef Line) {
    if (!Line.contains("error: ") && !Line.contains("undefined reference"))
      return;
    if (Line.contains("[-Werror"))
      Names.insert(warningOf(Line));
    else
      Other = true;
  });
  if (Other)
    return {};
  return {Names.begin(), Names.end()};
}

bool pointAtLines(llvm::StringRef Messages, const std::set<unsigned> &Lines) {
  bool Found = false;
  // FILE:LINE:COLUMN: ...
  eachLine(Messages, [&](llvm::StringRef Line) {
    auto [File, Rest] = Line.split(':');
    unsigned Number = 0;
    Found |= !Rest.consumeInteger(10, Number) && Rest.starts_with(":") &&
             Lines.count(Number) != 0;
  });
  return Found;
}

} // namespace spile
