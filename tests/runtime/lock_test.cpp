extern "C" {
#include "lock.h"
}

#include <cerrno>
#include <csignal>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace {

TEST(Lock, OneAtATime) {
  long Count = 0;
  std::vector<std::thread> Threads;
  for (int T = 0; T < 4; ++T)
    Threads.emplace_back([&Count] {
      for (int I = 0; I < 20000; ++I) {
        spile_bracket Bracket;
        spile_lock(&Bracket);
        ++Count;
        spile_unlock(&Bracket);
      }
    });
  for (std::thread &Thread : Threads)
    Thread.join();
  EXPECT_EQ(Count, 80000);
}

volatile sig_atomic_t Handled;
void onSignal(int) { Handled = 1; }

TEST(Lock, SignalsWaitAndErrnoAndMaskAreAsBefore) {
#if defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "the thread sanitizer hands signals on later";
#endif
  struct sigaction Action = {}, Old;
  Action.sa_handler = onSignal;
  sigaction(SIGUSR1, &Action, &Old);
  sigset_t Before, After;
  pthread_sigmask(SIG_BLOCK, nullptr, &Before);
  spile_bracket Bracket;
  errno = 42;
  spile_lock(&Bracket);
  errno = 1;
  pthread_kill(pthread_self(), SIGUSR1);
  EXPECT_EQ(Handled, 0);
  spile_unlock(&Bracket);
  int Error = errno;
  EXPECT_EQ(Handled, 1);
  EXPECT_EQ(Error, 42);
  pthread_sigmask(SIG_BLOCK, nullptr, &After);
  for (int S = 1; S < 32; ++S)
    EXPECT_EQ(sigismember(&Before, S), sigismember(&After, S));
  sigaction(SIGUSR1, &Old, nullptr);
}

} // namespace
