// The physical lines of a source file, as far as an inserted directive must
// know them. Raw lexing only: no macro is expanded, inactive branches are seen
// too.
#pragma once

#include <llvm/ADT/StringRef.h>
#include <vector>

namespace spile {

// One branch of a conditional: the If'th #if of the file, its Branch'th part.
struct Branch {
  unsigned If = 0, Part = 0;
  bool operator==(const Branch &) const = default;
};

struct SourceLine {
  unsigned Offset = 0;  // of its first byte
  bool Whole = false;   // begins outside of comments, literals, directives that
                        // go on, and parentheses
  bool Blank = false;   // holds only spaces and tabs
  bool Comment = false; // begins with a comment, and nothing but comments stand
                        // between its begin and the next line that is not
                        // inside of one
  bool Include = false; // is an #include
  std::vector<Branch> Inside; // conditionals around it, outermost first
};

std::vector<SourceLine> sourceLines(llvm::StringRef Text);

// The line that holds byte `Offset`; `Lines` is not empty.
const SourceLine &lineAt(const std::vector<SourceLine> &Lines, unsigned Offset);

} // namespace spile
