// spile-cc: runs a compiler, with timing put into the functions that the
// configuration picks.
//
//   arguments ─▶ CommandLine ─▶ nothing of ours in it? ── yes ─▶ exec
//                    │ no
//                    ▼
//   planSource (each source) ─▶ rewriteCall ─▶ run ─▶ correctOutputs
//                                              │ fails
//                                              └─▶ the call as it was
//
// A build never fails because of spile-cc: whatever goes wrong, the original
// call is run, and its output and status are the answer.
#pragma once

#include <string>
#include <vector>

namespace spile {

// `Program`: path of spile-cc's own file; `Args`: its arguments without its
// name. The exit status; dies of the compiler's signal if that died of one.
int runLauncher(const std::string &Program,
                const std::vector<std::string> &Args);

} // namespace spile
