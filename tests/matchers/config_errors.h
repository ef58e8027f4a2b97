// The diagnostics of a configuration text, a line each, without the file.
#pragma once

#include "matchers/config.h"

namespace spile::test {

inline std::string errorsOf(const std::string &Text) {
  Diagnostics Out;
  const auto Cfg = parseConfig(Text, "/p/.spile.yaml", Out);
  std::string All;
  for (Diagnostic D : Out) {
    D.File.clear();
    All += (All.empty() ? "" : "\n") + toString(D);
  }
  // A result and an error, or neither, would be a lie.
  if (Cfg.has_value() == hasErrors(Out))
    All += "\n(result and errors disagree)";
  return All;
}

} // namespace spile::test
