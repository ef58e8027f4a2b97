// Where spile.h and libspile are, and how a link takes them in.
//
// Both are found from the program's own place: PREFIX/bin/spile-cc has
// PREFIX/LIBDIR/libspile.so and PREFIX/share/spile/include/spile/spile.h.
#pragma once

#include "tool/command_line.h"
#include <optional>

namespace spile {

struct RuntimePlace {
  std::string Include; // folder that holds spile/ and nothing else
  std::string Library; // folder that holds libspile.so and libspile.a
};

// `Program`: path of spile-cc. A missing part is empty.
RuntimePlace findRuntime(llvm::StringRef Program);

// What to append to a link so that libspile comes last; empty when the call
// does not link, or links no standard library.
std::vector<std::string> runtimeArguments(const CommandLine &Line,
                                          const RuntimePlace &Place,
                                          bool Static);

// Whether a build of CMake's, whose build folder `Directory` is or is below, calls
// spile-cc to compile and not to link (no CMAKE_<LANG>_LINKER_LAUNCHER).
bool isLinkedByOthers(llvm::StringRef Directory);

// Whether the dynamic linker looks there by itself.
bool isDefaultLibraryFolder(llvm::StringRef Dir);

} // namespace spile
