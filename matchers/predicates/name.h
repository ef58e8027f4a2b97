// functions: [mk_*, /_handler$/]
#pragma once

#include "matchers/pattern.h"
#include "matchers/predicates/predicate.h"
#include <memory>
#include <vector>

namespace spile {

// A pattern as it stands in the configuration.
struct WrittenName {
  std::string Text, Place; // "mk_*", ".spile.yaml:3"
  NamePattern Pattern;
  unsigned Line = 0, Column = 0; // of Text in the file
};

// The first pattern that matches; null: none.
const WrittenName *firstMatch(const std::vector<WrittenName> &Patterns,
                              const std::string &Name);

// Holds when a pattern matches the qualified name. `Word` is what the
// explanation calls it: "functions" or "exclude functions".
std::shared_ptr<const Predicate> makeName(std::vector<WrittenName> Patterns,
                                          std::string Word);

} // namespace spile
