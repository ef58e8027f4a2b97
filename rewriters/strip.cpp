#include "rewriters/strip.h"
#include "rewriters/include_header.h"
#include "rewriters/raw_lexer.h"
#include <optional>

namespace spile {
namespace {

struct Piece {
  size_t Begin = 0, Size = 0;
};

// The length of an include line's insertion at a line's begin; 0: none.
size_t includeLength(llvm::StringRef Line) {
  for (Clock Kind : {Clock::Tsc, Clock::Monotonic, Clock::ThreadCpu}) {
    std::string Include = ("#include <" + headerName(Kind) + ">").str();
    if (!Line.starts_with(Include))
      continue;
    llvm::StringRef Rest = Line.drop_front(Include.size());
    for (llvm::StringRef End : {"\n", "\r\n"})
      if (Rest.starts_with((End + "#line 1" + End).str()))
        return Include.size() + 2 * End.size() + strlen("#line 1");
    if (Rest.starts_with(" /*") || Rest.starts_with(" //"))
      return Include.size() + 1;
    if (Rest.empty() || Rest.ltrim(" \t\r\f\v").starts_with("\n"))
      return Include.size();
  }
  return 0;
}

// Recognises  { SPILE_SCOPE("name");  one token after the other; the offsets
// say that nothing but the one space stands between.
class ScopeFinder {
public:
  std::optional<Piece> take(const clang::Token &Tok, llvm::StringRef Spelling,
                            unsigned Begin, unsigned End) {
    bool Joined = Begin == Last + (State == 1 ? 1u : 0u);
    Last = End;
    if (Tok.is(clang::tok::l_brace)) {
      Start = End;
      State = 1;
    } else if (State == 1 && Joined &&
               (Spelling == "SPILE_SCOPE" ||
                Spelling == "SPILE_SCOPE_INLINE")) {
      State = 2;
    } else if (State == 2 && Joined && Tok.is(clang::tok::l_paren)) {
      State = 3;
    } else if (State == 3 && Joined && Tok.is(clang::tok::string_literal)) {
      State = 4;
    } else if (State == 4 && Joined && Tok.is(clang::tok::r_paren)) {
      State = 5;
    } else if (State == 5 && Joined && Tok.is(clang::tok::semi)) {
      State = 0;
      return Piece{Start, End - Start};
    } else {
      State = 0;
    }
    return std::nullopt;
  }

private:
  unsigned State = 0, Start = 0, Last = 0;
};

std::vector<Piece> findPieces(llvm::StringRef Text) {
  std::vector<Piece> Scopes;
  std::optional<Piece> Include;
  ScopeFinder Scope;
  forEachRawToken(
      Text, [&](const clang::Token &Tok, unsigned Begin, unsigned End) {
        if (Tok.is(clang::tok::hash) && Tok.isAtStartOfLine() && !Include)
          if (size_t Size = includeLength(Text.substr(Begin)))
            Include = Piece{Begin, Size};
        if (auto Found = Scope.take(Tok, Text.slice(Begin, End), Begin, End))
          Scopes.push_back(*Found);
      });
  if (!Include)
    return {};
  auto Behind = std::find_if(Scopes.begin(), Scopes.end(), [&](const Piece &P) {
    return P.Begin > Include->Begin;
  });
  Scopes.insert(Behind, *Include);
  return Scopes;
}

} // namespace

Stripped strip(llvm::StringRef Text) {
  Stripped Out;
  if (!Text.contains("#include <spile/scope")) {
    Out.Original = Text.str();
    return Out;
  }
  size_t Done = 0;
  for (const Piece &P : findPieces(Text)) {
    Out.Original += Text.slice(Done, P.Begin);
    Out.Removed.add({static_cast<unsigned>(Out.Original.size()),
                     Text.substr(P.Begin, P.Size).str()});
    Done = P.Begin + P.Size;
  }
  Out.Original += Text.substr(Done);
  return Out;
}

} // namespace spile
