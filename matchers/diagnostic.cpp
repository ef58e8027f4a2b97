#include "matchers/diagnostic.h"
#include <algorithm>
#include <fmt/format.h>

namespace spile {

static const char *word(Severity Level) {
  switch (Level) {
  case Severity::Error:
    return "error";
  case Severity::Warning:
    return "warning";
  case Severity::Note:
    break;
  }
  return "note";
}

std::string toString(const Diagnostic &D) {
  std::string Place;
  if (!D.File.empty())
    Place = D.File + ':';
  if (D.Line)
    Place += fmt::format("{}:", D.Line);
  if (D.Line && D.Column)
    Place += fmt::format("{}:", D.Column);
  if (!Place.empty())
    Place += ' ';
  return fmt::format("{}{}: {}", Place, word(D.Level), D.Text);
}

bool hasErrors(const Diagnostics &All) {
  return std::any_of(All.begin(), All.end(), [](const Diagnostic &D) {
    return D.Level == Severity::Error;
  });
}

} // namespace spile
