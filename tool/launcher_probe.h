// Whether a source is a build system's own question to the compiler
// (conftest.c, CMakeFiles/CMakeScratch/...), which must be left alone.
#pragma once

#include <llvm/ADT/StringRef.h>

namespace spile {

// `Source` as spelled; `Directory`: the absolute folder the call runs in.
bool isBuildProbe(llvm::StringRef Source, llvm::StringRef Directory);

} // namespace spile
