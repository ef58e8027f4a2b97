// min-statements: 3
#pragma once

#include "matchers/predicates/predicate.h"
#include <memory>

namespace spile {

// Holds for functions of `Least` statements or more; see countStatements().
std::shared_ptr<const Predicate> makeMinStatements(unsigned Least,
                                                   std::string Place);

} // namespace spile
