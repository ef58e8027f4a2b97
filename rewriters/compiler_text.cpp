#include "rewriters/compiler_text.h"
#include <fmt/format.h>

namespace spile {

// Some line that is a #line or a # 1 "file"; one in a comment does no harm.
static bool numbersItsLines(llvm::StringRef Text) {
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    Line = Line.ltrim(" \t");
    if (Line.consume_front("#") || Line.consume_front("%:")) {
      Line = Line.ltrim(" \t");
      if (Line.starts_with("line") || (!Line.empty() && isdigit(Line.front())))
        return true;
    }
    Text = Rest;
  }
  return false;
}

// Spaces as wide as the text; a tab stays one.
static std::string blank(llvm::StringRef Text) {
  std::string Out;
  for (char C : Text)
    Out += C == '\t' ? '\t' : ' ';
  return Out;
}

static std::string onItsOwnLine(llvm::StringRef Original, const Edit &E,
                                size_t Line) {
  llvm::StringRef Before = Original.take_front(E.Offset);
  llvm::StringRef Rest = Original.substr(E.Offset);
  Rest = Rest.take_until([](char C) { return C == '\n'; });
  std::string Set = fmt::format("\n#line {}\n", Line);
  if (Rest.trim(" \t\r").empty())
    return Set + E.Text;
  return Set + E.Text + Set + blank(Before.substr(Before.rfind('\n') + 1));
}

std::string compilerText(llvm::StringRef Original, const EditSet &Edits) {
  constexpr size_t LastLineOfC89 = 32767;
  if (numbersItsLines(Original))
    return applyEdits(Original, Edits);
  EditSet Out;
  size_t Line = 1, Counted = 0;
  for (const Edit &E : Edits.edits()) {
    Line += Original.slice(Counted, E.Offset).count('\n');
    Counted = E.Offset;
    bool IsScope = llvm::StringRef(E.Text).starts_with(" SPILE_SCOPE");
    Out.add({E.Offset, IsScope && Line <= LastLineOfC89
                           ? onItsOwnLine(Original, E, Line)
                           : E.Text});
  }
  return applyEdits(Original, Out);
}

} // namespace spile
