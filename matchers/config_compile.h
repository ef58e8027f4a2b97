// The checks between a Fragment and a Config.
#pragma once

#include "matchers/config.h"
#include "matchers/config_fragment.h"

namespace spile {

// Checks every value; mistakes go to `Out` and their values are left out.
Config compileFragment(const Fragment &F, llvm::StringRef Path,
                       Diagnostics &Out);

} // namespace spile
