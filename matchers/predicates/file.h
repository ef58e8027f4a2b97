// files: ["src/**"]
#pragma once

#include "matchers/pattern.h"
#include "matchers/predicates/predicate.h"
#include <memory>
#include <vector>

namespace spile {

struct WrittenFile {
  std::string Text, Place;
  FilePattern Pattern;
};

// Holds when a pattern matches the file that the function's name stands in.
// `Word` is what the explanation calls it: "files" or "exclude files".
std::shared_ptr<const Predicate> makeFile(std::vector<WrittenFile> Patterns,
                                          std::string Word);

} // namespace spile
