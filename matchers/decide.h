// Whether the configuration takes a function, and what decided.
//
// In this order: the attribute no_instrument_function, the attribute
// annotate("spile"), lambdas, `exclude:`, then the rules, of which the first
// that takes it counts.
#pragma once

#include "matchers/candidate.h"
#include "matchers/config.h"
#include <string>

namespace spile {

struct Decision {
  bool Taken = false;
  std::string Text; // Taken: what took it; otherwise the reason
};

Decision decide(const Candidate &C, const Config &Cfg);

} // namespace spile
