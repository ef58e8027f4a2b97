#include "rewriters/source_lines.h"
#include "rewriters/raw_lexer.h"
#include <algorithm>

namespace spile {
namespace {

std::vector<SourceLine> splitLines(llvm::StringRef Text) {
  std::vector<SourceLine> Lines;
  for (size_t At = 0; At < Text.size();) {
    size_t End = std::min(Text.find('\n', At), Text.size());
    SourceLine Line;
    Line.Offset = static_cast<unsigned>(At);
    Line.Whole = true;
    // An include before a form feed would have it in its directive.
    Line.Blank = Text.slice(At, End).trim(" \t\r").empty();
    Lines.push_back(Line);
    At = End + 1;
  }
  return Lines;
}

bool continues(llvm::StringRef Text, unsigned LineOffset) {
  llvm::StringRef Before = Text.take_front(LineOffset);
  Before.consume_back("\n");
  return Before.rtrim(" \t\r").ends_with("\\");
}

// From a comment's begin: only comments and blanks up to a line's end?
bool onlyComments(llvm::StringRef Rest) {
  for (;;) {
    if (Rest.starts_with("//"))
      return true;
    if (!Rest.starts_with("/*"))
      return false;
    size_t End = Rest.find("*/", 2);
    if (End == llvm::StringRef::npos)
      return false;
    Rest = Rest.drop_front(End + 2).ltrim(" \t\r");
    if (Rest.empty() || Rest.front() == '\n')
      return true;
  }
}

// Follows the tokens and notes what holds at each line's begin.
class LineMarker {
public:
  LineMarker(llvm::StringRef InText, std::vector<SourceLine> &InLines)
      : Text(InText), Lines(InLines) {}

  void run() {
    forEachRawToken(Text, [this](const clang::Token &Tok, unsigned Begin,
                                 unsigned End) { take(Tok, Begin, End); });
    passLines(static_cast<unsigned>(Text.size()) + 1);
    for (SourceLine &Line : Lines)
      if (Line.Whole && continues(Text, Line.Offset))
        Line.Whole = false;
  }

private:
  void take(const clang::Token &Tok, unsigned Begin, unsigned End) {
    passLines(Begin + 1);
    // Lines that begin inside of this token.
    for (; Next < Lines.size() && Lines[Next].Offset < End; ++Next) {
      Lines[Next].Whole = false;
      Lines[Next].Inside = Stack;
    }
    if (Tok.is(clang::tok::l_paren))
      ++Parens;
    else if (Tok.is(clang::tok::r_paren))
      Parens -= Parens > 0;
    else if (Tok.isOneOf(clang::tok::semi, clang::tok::r_brace))
      Parens = 0; // an inactive branch may have left one open
    if (Tok.isAtStartOfLine())
      InDirective = Tok.is(clang::tok::hash);
    if (AfterHash && Tok.is(clang::tok::raw_identifier))
      directive(Tok.getRawIdentifier());
    else if (AfterPragma && Tok.is(clang::tok::raw_identifier))
      AfterOmp |= Tok.getRawIdentifier() == "omp";
    else if (!InDirective)
      AfterOmp = false;
    AfterPragma = AfterHash && Tok.is(clang::tok::raw_identifier) &&
                  Tok.getRawIdentifier() == "pragma";
    AfterHash = Tok.is(clang::tok::hash) && Tok.isAtStartOfLine();
  }

  // Notes the lines that begin before byte End.
  void passLines(unsigned End) {
    for (; Next < Lines.size() && Lines[Next].Offset < End; ++Next) {
      SourceLine &Line = Lines[Next];
      Line.Inside = Stack;
      Line.Whole = Parens == 0 && !AfterOmp;
      Line.Comment = onlyComments(Text.substr(Line.Offset));
    }
  }

  void directive(llvm::StringRef Name) {
    if (Name == "if" || Name == "ifdef" || Name == "ifndef") {
      Stack.push_back({Ifs++, 0});
    } else if (Name == "include" || Name == "include_next") {
      Lines[Next - 1].Include = true;
    } else if (!Stack.empty() && Name == "endif") {
      Stack.pop_back();
    } else if (!Stack.empty() && Name.starts_with("el")) {
      ++Stack.back().Part;
    }
  }

  llvm::StringRef Text;
  std::vector<SourceLine> &Lines;
  size_t Next = 0; // first line not noted yet
  unsigned Parens = 0, Ifs = 0;
  bool AfterHash = false, AfterPragma = false, InDirective = false;
  bool AfterOmp = false; // the pragma is about the declaration that follows
  std::vector<Branch> Stack;
};

} // namespace

std::vector<SourceLine> sourceLines(llvm::StringRef Text) {
  std::vector<SourceLine> Lines = splitLines(Text);
  LineMarker(Text, Lines).run();
  return Lines;
}

const SourceLine &lineAt(const std::vector<SourceLine> &Lines,
                         unsigned Offset) {
  auto After = std::upper_bound(
      Lines.begin(), Lines.end(), Offset,
      [](unsigned O, const SourceLine &L) { return O < L.Offset; });
  return After == Lines.begin() ? Lines.front() : *(After - 1);
}

} // namespace spile
