// A message about a file that a person wrote: config or source.
//
// Stages collect diagnostics as values; only tool/ prints them, so that one run
// reports every mistake and a test can look at each.
#pragma once

#include <string>
#include <vector>

namespace spile {

enum class Severity { Error, Warning, Note };

struct Diagnostic {
  Severity Level = Severity::Error;
  std::string File;    // as the person knows it
  unsigned Line = 0;   // from 1; 0: the file as a whole
  unsigned Column = 0; // from 1, in bytes; 0: the line as a whole
  std::string Text;    // lower case, no full stop

  bool operator==(const Diagnostic &) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

// "file:line:column: error: text", without a line end.
std::string toString(const Diagnostic &D);

bool hasErrors(const Diagnostics &All);

} // namespace spile
