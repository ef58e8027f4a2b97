// The default rule's condition: not a function that is over before a clock
// could be read twice.
#pragma once

#include "matchers/predicates/predicate.h"
#include <memory>

namespace spile {

// A tiny leaf has no loop, no call and fewer statements than this.
constexpr unsigned TinyLeafStatements = 8;

// Holds for every function but tiny leaves.
std::shared_ptr<const Predicate> makeNoTinyLeaf();

} // namespace spile
