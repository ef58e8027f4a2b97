// One condition that a rule or an exclusion puts on a function.
//
//   name            functions: [mk_*]     name.h
//   file            files: ["src/**"]     file.h
//   matcher_expr    matcher: '...'        matcher_expr.h
//   except          except: [mk_log_*]    except.h
//   min_statements  min-statements: 3     min_statements.h
//   tiny_leaf       the default rule      tiny_leaf.h
//
// A new kind is one file here and one line in config_compile.cpp. Predicates
// are constant once built and may be asked by several threads at once.
#pragma once

#include "matchers/candidate.h"
#include <string>

namespace spile {

class Predicate {
public:
  // How near a function came to being taken when this is the condition that
  // fails: of several rules, the one that got furthest gives the reason.
  enum class Depth { Selects, Narrows, Refuses };

  virtual ~Predicate() = default;

  virtual bool holds(const Candidate &C) const = 0;

  // What took the function, with its place: ".spile.yaml:3: functions "mk_*"".
  // Asked only when holds() is true. Empty: this condition explains nothing.
  virtual std::string took(const Candidate &C) const = 0;

  // Why the function is not taken, with the place. Asked only when holds() is
  // false. Empty: nothing to say but that no rule matches.
  virtual std::string refused(const Candidate &C) const = 0;

  virtual Depth depth() const = 0;
};

} // namespace spile
