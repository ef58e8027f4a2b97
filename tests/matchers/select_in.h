// select() on a piece of code, and its answer as lines of text.
#pragma once

#include "matchers/config.h"
#include "matchers/selection.h"
#include "tests/support/marked_code.h"
#include "tests/support/parse.h"

namespace spile::test {

// A configuration from its text; its file is /src/.spile.yaml. A test fails
// when the text has errors.
Config configOf(const std::string &Text);

// Every function and lambda is taken.
Config takesAll();

Selection selectIn(const Input &In, const Config &Cfg);

// One line a site:
//   Instrument  f
//   Skip        f: skip: a coroutine
//   Leave       f: leave: matched by no rule
std::string describe(const Selection &S);
// The same, and what took each: f: .spile.yaml:1: functions "f"
std::string explain(const Selection &S);

// Checks describe() against `Expected`, and that the marks in the code are the
// names of all sites and the body offsets of those that are instrumented.
void expectSelected(const std::string &Marked, const std::string &Expected,
                    const Config &Cfg, Input In = {});

} // namespace spile::test
