// except: [mk_string_*]
#pragma once

#include "matchers/predicates/name.h"

namespace spile {

// Holds when no pattern matches the qualified name.
std::shared_ptr<const Predicate> makeExcept(std::vector<WrittenName> Patterns);

} // namespace spile
