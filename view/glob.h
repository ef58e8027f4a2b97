// Patterns of function names and files: "*", "?" and "[a-z]".
//
// Pure functions on values.
#ifndef SPILE_VIEW_GLOB_H
#define SPILE_VIEW_GLOB_H

#include <string>

namespace spile::view {

// A name matches as a whole or by what is behind its last "::"; it also matches
// itself, whatever is in it ("operator[]").
bool matchesName(const std::string &pattern, const std::string &name);

// A path matches as a whole or by its base name.
bool matchesPath(const std::string &pattern, const std::string &path);

} // namespace spile::view

#endif // SPILE_VIEW_GLOB_H
