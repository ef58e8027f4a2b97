// Mapping a byte of a scalar's value back to the file.
#include "matchers/config_fragment.h"

namespace spile {

static bool isSpace(char C) {
  return C == ' ' || C == '\t' || C == '\n' || C == '\r';
}

// The bytes of `Raw` that stand for one character of the value.
static size_t unitLength(llvm::StringRef Raw, char Quote) {
  if (Quote == '\'' && Raw.starts_with("''"))
    return 2;
  if (Quote != '"' || Raw.size() < 2 || Raw[0] != '\\')
    return 1;
  switch (Raw[1]) {
  case 'x':
    return 4;
  case 'u':
    return 6;
  case 'U':
    return 10;
  default:
    return 2;
  }
}

// An escape that stands for white space or for nothing.
static bool isBlankEscape(llvm::StringRef Raw, char Quote) {
  return Quote == '"' && Raw.size() >= 2 && Raw[0] == '\\' &&
         llvm::StringRef(" ntr\n\r\t").contains(Raw[1]);
}

// Where the value begins: behind a quote or a block's header line.
static size_t skipOpening(llvm::StringRef Raw, char &Quote) {
  Quote = 0;
  if (Raw.starts_with("'") || Raw.starts_with("\"")) {
    Quote = Raw[0];
    return 1;
  }
  return 0;
}

// Folding, indentation and escapes change white space only, so the place is
// found by counting what is not white space.
TextPlace placeInside(const Scalar &S, size_t ValueOffset) {
  size_t Before = 0;
  for (const char C : llvm::StringRef(S.Value).take_front(ValueOffset))
    Before += !isSpace(C);
  char Quote = 0;
  size_t At = skipOpening(S.Raw, Quote);
  auto SkipBlanks = [&] {
    while (At < S.Raw.size())
      if (isSpace(S.Raw[At]))
        ++At;
      else if (isBlankEscape(S.Raw.substr(At), Quote))
        At += 2;
      else
        break;
  };
  SkipBlanks();
  for (; Before > 0 && At < S.Raw.size(); --Before) {
    At += unitLength(S.Raw.substr(At), Quote);
    if (Before > 1 || ValueOffset >= S.Value.size() ||
        !isSpace(S.Value[ValueOffset]))
      SkipBlanks();
  }
  const llvm::StringRef Passed = S.Raw.take_front(At);
  const size_t LineStart = Passed.rfind('\n');
  TextPlace Place;
  Place.Line = S.Line + unsigned(Passed.count('\n'));
  Place.Column = LineStart == llvm::StringRef::npos ? S.Column + unsigned(At)
                                                    : unsigned(At - LineStart);
  return Place;
}

} // namespace spile
