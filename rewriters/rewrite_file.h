// All insertions of one file, and the proof that they can be taken out again.
//
//   text + sites ─▶ scope edits + include edit ─▶ EditSet ─▶ apply ─▶ text'
//                                                   └─ strip(text') == text ?
#pragma once

#include "matchers/config.h"
#include "matchers/selection.h"
#include "rewriters/edit.h"

namespace spile {

// The edits for the sites of one file with verdict Instrument (others are
// passed over); empty when there is none. Sites may come from several compile
// commands: the same function twice gives one edit.
//
// Error: two sites disagree about one place, an offset does not lie behind a
// brace, or strip() does not give `Original` back; then nothing of the file may
// be written.
llvm::Expected<EditSet> fileEdits(llvm::StringRef Original,
                                  const std::vector<FunctionSite> &Sites,
                                  const std::vector<OuterRange> &Outer,
                                  Clock Kind);

} // namespace spile
