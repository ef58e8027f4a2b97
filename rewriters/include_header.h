// The one include of a rewritten file, put where it moves no line.
//
//   blank line         ─▶  #include <spile/scope.h>
//   /* comment */      ─▶  #include <spile/scope.h> /* comment */
//   neither to be had  ─▶  #include <spile/scope.h>     two lines more, and
//                          #line 1                      the count set right
//
// The line must lie outside of every declaration, comment and literal, under no
// condition that an edited function is not under too, and before all of them.
// One behind the last #include is preferred: precompiled headers stay first,
// and a reader finds it among its like.
#pragma once

#include "matchers/config.h"
#include "matchers/selection.h"
#include "rewriters/edit.h"

namespace spile {

// The header that instrumented files include for a clock: "spile/scope.h", ...
llvm::StringRef headerName(Clock Kind);

// `Sites`: the edits that make the include necessary, not empty, sorted.
// `Outer`: the file's outermost declarations, sorted.
Edit includeEdit(llvm::StringRef Text, const std::vector<OuterRange> &Outer,
                 const EditSet &Sites, Clock Kind);

} // namespace spile
