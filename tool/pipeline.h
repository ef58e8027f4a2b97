// All units of a run, to one plan for each file.
//
//   units ── instrumentUnit, -j at a time ─▶ UnitResults ── merge ─▶ FilePlans
//
// The plans do not depend on -j or on the order of the units: results are
// merged in the order of findUnits. No file is written here.
#pragma once

#include "tool/config_set.h"
#include "tool/inputs.h"
#include "tool/unit.h"
#include <functional>

namespace spile {

// One file: what stands there, every function in it, and what is to be
// inserted.
struct FilePlan {
  SourceText Source;
  Clock ClockKind = Clock::Tsc;
  Selection Functions; // of this file, merged over its units
  EditSet Edits;
};

struct Run {
  std::vector<FilePlan> Files;       // sorted by path
  std::vector<std::string> Unparsed; // sources, as shown to people
  Diagnostics Problems;              // errors of units, warnings
  bool Strict = false; // a unit's configuration says so, and one is Unparsed or
                       // a function is Skipped
  Diagnostics LeftOut; // those functions
};

// Called after each unit, one call at a time: units done and in all.
using Progress = std::function<void(size_t Done, const InputUnit &Unit)>;

Run runUnits(const std::vector<InputUnit> &Units,
             const std::vector<std::shared_ptr<const Config>> &Configs,
             unsigned Jobs, const Progress &Report);

struct Counts {
  size_t Instrumented = 0, Skipped = 0, Left = 0;
};

Counts countFunctions(const Run &R);

} // namespace spile
