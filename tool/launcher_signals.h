// Ends as the compiler would when a person presses Ctrl-C or a build is
// stopped: the signal goes on to the compiler, our files are removed, and we
// die of it.
#pragma once

namespace spile {

// From now on SIGINT, SIGTERM and SIGHUP are noted, and sent on to the child
// whose pid stands in runningChild(). Signals that were ignored stay so.
void catchEndingSignals();

// For run(): where the running child's pid is kept; 0: none.
volatile int *runningChild();

// The signal that came, or 0.
int endingSignal();

// Sends the signal to ourselves with its default action; does not return.
[[noreturn]] void dieOf(int Signal);

} // namespace spile
