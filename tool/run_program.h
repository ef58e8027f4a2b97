// Runs a program and waits for it.
//
//   Program ── run ─▶ Outcome {exit status or signal, captured text}
//
// Thread safe. The child's streams are ours unless they are captured.
#pragma once

#include <llvm/Support/Error.h>
#include <string>
#include <vector>

namespace spile {

struct Program {
  std::vector<std::string> Command;     // [0] is looked up in PATH
  std::vector<std::string> Environment; // "NAME=value", on top of ours
  std::string Directory;                // empty: the current one
  const std::string *Input = nullptr;   // stdin's text; null: ours is inherited
  bool CaptureOut = false;
  bool CaptureErr = false;
};

struct Outcome {
  int Status = 0; // exit status, meaningful when Signal == 0
  int Signal = 0; // that ended it
  std::string Out, Err;

  bool ok() const { return Status == 0 && Signal == 0; }
};

// Fails only when the program cannot be started. `Started` (may be null) is set
// to the child's pid while it runs, to 0 otherwise, for signal handlers.
llvm::Expected<Outcome> run(const Program &What,
                            volatile int *Started = nullptr);

} // namespace spile
