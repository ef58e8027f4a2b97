#include "glob.h"

#include <fnmatch.h>

namespace spile::view {

namespace {

bool matches(const std::string &pattern, const char *text) {
  return fnmatch(pattern.c_str(), text, 0) == 0;
}

} // namespace

bool matchesName(const std::string &pattern, const std::string &name) {
  const std::size_t colons = name.rfind("::");
  return pattern == name || matches(pattern, name.c_str()) ||
         (colons != std::string::npos &&
          matches(pattern, name.c_str() + (colons + 2)));
}

bool matchesPath(const std::string &pattern, const std::string &path) {
  return pattern == path || matches(pattern, path.c_str()) ||
         matches(pattern, path.c_str() + (path.rfind('/') + 1));
}

} // namespace spile::view
