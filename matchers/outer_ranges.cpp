#include "matchers/outer_ranges.h"
#include <algorithm>
#include <clang/AST/DeclTemplate.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Lexer.h>

namespace spile {

using namespace clang;

namespace {

struct RawToken {
  unsigned Begin = 0, End = 0;
  bool Directive = false;
  bool Semicolon = false, CloseBrace = false;
};

std::vector<RawToken> rawTokens(const ASTContext &Context, FileID File) {
  const SourceManager &Sources = Context.getSourceManager();
  Lexer Raw(File, Sources.getBufferOrFake(File), Sources,
            Context.getLangOpts());
  std::vector<RawToken> All;
  bool Directive = false;
  for (Token T; !Raw.LexFromRawLexer(T) || T.isNot(tok::eof);) {
    if (T.isAtStartOfLine())
      Directive = T.is(tok::hash);
    const unsigned Begin = Sources.getFileOffset(T.getLocation());
    All.push_back({Begin, Begin + T.getLength(), Directive, T.is(tok::semi),
                   T.is(tok::r_brace)});
    if (T.is(tok::eof))
      break;
  }
  return All;
}

class Outermost {
public:
  Outermost(ASTContext &InContext, FileID InFile)
      : Context(InContext), Sources(InContext.getSourceManager()), File(InFile),
        Size(Sources.getFileIDSize(InFile)),
        Tokens(rawTokens(InContext, InFile)) {}

  std::vector<OuterRange> ranges();

private:
  struct Spot {
    unsigned Offset = 0;
    FileID At; // invalid: outside of the file and what it includes
  };
  Spot project(SourceLocation Location, bool IsEnd) const;
  void add(const Decl &D);
  void widen(OuterRange &R, unsigned Floor, unsigned Ceiling) const;
  size_t tokenAt(unsigned Offset) const;

  ASTContext &Context;
  const SourceManager &Sources;
  FileID File;
  unsigned Size;
  std::vector<RawToken> Tokens;
  std::vector<OuterRange> Found;
};

// The location's offset in the file. One in a file that it includes stands at
// the include's line, one in a file that includes it at its begin or end.
Outermost::Spot Outermost::project(SourceLocation Location, bool IsEnd) const {
  const CharSourceRange Range = Sources.getExpansionRange(Location);
  Location = IsEnd ? Range.getEnd() : Range.getBegin();
  const FileID At = Sources.getFileID(Location);
  if (At == File) {
    const unsigned Offset = Sources.getFileOffset(Location);
    const unsigned Length = IsEnd && Range.isTokenRange()
                                ? Lexer::MeasureTokenLength(
                                      Location, Sources, Context.getLangOpts())
                                : 0;
    return {Offset + Length, At};
  }
  for (FileID Up = At; Up.isValid();) {
    const SourceLocation Include = Sources.getIncludeLoc(Up);
    if (Include.isInvalid())
      break;
    Up = Sources.getFileID(Include);
    if (Up == File)
      return {Sources.getFileOffset(Include), At};
  }
  const bool Before = Sources.isBeforeInTranslationUnit(
      Location, Sources.getLocForStartOfFile(File));
  return {Before ? 0 : Size, FileID()};
}

size_t Outermost::tokenAt(unsigned Offset) const {
  return size_t(std::lower_bound(Tokens.begin(), Tokens.end(), Offset,
                                 [](const RawToken &T, unsigned Value) {
                                   return T.End <= Value;
                                 }) -
                Tokens.begin());
}

void Outermost::add(const Decl &D) {
  if (D.isImplicit() || D.getBeginLoc().isInvalid() ||
      D.getEndLoc().isInvalid())
    return;
  const Spot Begin = project(D.getBeginLoc(), false);
  const Spot End = project(D.getEndLoc(), true);
  // Wholly before, behind or in an included file: no byte of this one.
  if (Begin.At == End.At && Begin.At != File &&
      (Begin.At.isValid() || Begin.Offset == End.Offset))
    return;
  if (Begin.Offset < End.Offset)
    Found.push_back({Begin.Offset, End.Offset});
}

// Takes in what stands between the declaration and its neighbours: attributes
// and empty macros in front, attributes and the `;` behind.
void Outermost::widen(OuterRange &R, unsigned Floor, unsigned Ceiling) const {
  size_t First = tokenAt(R.Begin);
  while (First > 0 && !Tokens[First - 1].Directive &&
         !Tokens[First - 1].Semicolon && Tokens[First - 1].Begin >= Floor)
    --First;
  R.Begin = std::min(R.Begin, Tokens[First].Begin);
  size_t Next = tokenAt(R.End);
  if (Next == 0 || Next >= Tokens.size())
    return;
  if (Tokens[Next - 1].CloseBrace) {
    if (Tokens[Next].Semicolon)
      R.End = Tokens[Next].End;
    return;
  }
  for (size_t I = Next;
       I < Tokens.size() && !Tokens[I].Directive && Tokens[I].Begin < Ceiling;
       ++I)
    if (Tokens[I].Semicolon) {
      R.End = Tokens[I].End;
      return;
    }
}

std::vector<OuterRange> Outermost::ranges() {
  for (const Decl *D : Context.getTranslationUnitDecl()->decls())
    add(*D);
  std::sort(Found.begin(), Found.end(),
            [](const OuterRange &A, const OuterRange &B) {
              return std::pair(A.Begin, A.End) < std::pair(B.Begin, B.End);
            });
  std::vector<OuterRange> Merged;
  for (const OuterRange &R : Found) {
    if (!Merged.empty() && R.Begin < Merged.back().End)
      Merged.back().End = std::max(Merged.back().End, R.End);
    else
      Merged.push_back(R);
  }
  for (size_t I = 0; I < Merged.size(); ++I)
    widen(Merged[I], I ? Merged[I - 1].End : 0,
          I + 1 < Merged.size() ? Merged[I + 1].Begin : Size);
  return Merged;
}

} // namespace

std::vector<OuterRange> outerRanges(ASTContext &Context, FileID File) {
  return Outermost(Context, File).ranges();
}

} // namespace spile
