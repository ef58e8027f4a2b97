// The inverse of the rewriters: finds in a text what they insert.
//
// Only a file that holds Spile's include line is looked into, so that a text
// which merely speaks of SPILE_SCOPE, in a comment, a string or by a person's
// own #include <spile/spile.h>, is left alone.
#pragma once

#include "rewriters/edit.h"

namespace spile {

struct Stripped {
  std::string Original;
  EditSet Removed; // applyEdits(Original, Removed) is the text again
};

Stripped strip(llvm::StringRef Text);

} // namespace spile
