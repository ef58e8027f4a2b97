#include "rewriters/timing_scope.h"
#include <fmt/format.h>

namespace spile {

// A C string literal's inside. Names come from the source; only an operator""
// or a UTF-8 identifier can hold more than letters.
static std::string quoted(const std::string &Name) {
  std::string Out;
  for (char C : Name) {
    if (C == '"' || C == '\\')
      Out += '\\';
    Out += C;
  }
  return Out;
}

Edit scopeEdit(const FunctionSite &Site) {
  return {Site.BodyOffset,
          fmt::format(" {}(\"{}\");",
                      Site.Merged ? "SPILE_SCOPE_INLINE" : "SPILE_SCOPE",
                      quoted(Site.Name))};
}

} // namespace spile
