#include "tool/launcher_signals.h"
#include <csignal>
#include <cstdlib>
#include <sys/resource.h>
#include <unistd.h>

namespace spile {
namespace {

volatile int Child = 0;
volatile sig_atomic_t Came = 0;

void note(int Signal) {
  Came = Signal;
  if (Child > 0)
    kill(Child, Signal);
}

} // namespace

void catchEndingSignals() {
  for (int Signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction Old;
    sigaction(Signal, nullptr, &Old);
    if (Old.sa_handler == SIG_IGN)
      continue;
    struct sigaction New = {};
    New.sa_handler = note;
    sigemptyset(&New.sa_mask);
    sigaction(Signal, &New, nullptr);
  }
}

volatile int *runningChild() { return &Child; }

int endingSignal() { return Came; }

void dieOf(int Signal) {
  // The compiler has left its core file if it was to leave one.
  const rlimit NoCore = {0, 0};
  setrlimit(RLIMIT_CORE, &NoCore);
  signal(Signal, SIG_DFL);
  sigset_t Set;
  sigemptyset(&Set);
  sigaddset(&Set, Signal);
  sigprocmask(SIG_UNBLOCK, &Set, nullptr);
  kill(getpid(), Signal);
  _exit(128 + Signal);
}

} // namespace spile
