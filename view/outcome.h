// What a command ends with: texts and an exit status.
#ifndef SPILE_VIEW_OUTCOME_H
#define SPILE_VIEW_OUTCOME_H

#include "result.h"

#include <functional>
#include <string>
#include <string_view>

namespace spile::view {

constexpr int StatusFine = 0;
constexpr int StatusNothing = 1; // nothing found
constexpr int StatusFailed = 2;  // could not do it

struct Outcome {
  int status = StatusFine;
  std::string out; // for stdout
  std::string err; // for stderr, whole lines
};

// Takes a piece of what a command has for stdout; false: nobody reads it.
using Write = std::function<bool(std::string_view)>;

// A line for stderr: "spile-view: MESSAGE\n", without control characters.
std::string complaint(const std::string &message);

Outcome failed(const Error &error);
Outcome nothing(const std::string &message);

} // namespace spile::view

#endif // SPILE_VIEW_OUTCOME_H
