// The rewritten text in the form that only a compiler reads (spile-cc).
//
//   int f(int a) { return g(a); }     ─▶     int f(int a) {
//                                            #line 1
//                                             SPILE_SCOPE("f");
//                                            #line 1
//                                                           return g(a); }
//
// Every byte of the original keeps its line and its column, and the line of the
// brace is shown in messages as it was written. A text that sets its line numbers
// itself, and lines that C89 cannot number, keep the form that people read.
#pragma once

#include "rewriters/edit.h"

namespace spile {

std::string compilerText(llvm::StringRef Original, const EditSet &Edits);

} // namespace spile
