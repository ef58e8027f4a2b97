#include "faults.h"

#include <algorithm>
#include <csignal>
#include <gtest/gtest.h>
#include <linux/sched.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace spile_test;

namespace {

constexpr pid_t Number = 77;

/// fork; the child is process number 77 of this pid namespace.
pid_t forkWithNumber() {
  pid_t Wanted = Number;
  clone_args Args = {};
  Args.exit_signal = SIGCHLD;
  Args.set_tid = reinterpret_cast<uintptr_t>(&Wanted);
  Args.set_tid_size = 1;
  return pid_t(syscall(SYS_clone3, &Args, sizeof Args));
}

/// A process that has made `Calls` calls, and waits for a line in `In`.
class Waiting {
public:
  Waiting(pid_t (*Fork)(), const Place &P, const std::string &Calls) {
    int To[2], From[2];
    if (pipe(To) != 0 || pipe(From) != 0)
      throw std::runtime_error("pipe");
    Child = Fork();
    if (Child == 0) {
      dup2(To[0], 0);
      dup2(From[1], 1);
      for (int Fd : {To[0], To[1], From[0], From[1]})
        close(Fd);
      setenv("SPILE_DIR", P.dir().c_str(), 1);
      std::string Path = programPath("waits");
      execl(Path.c_str(), Path.c_str(), Calls.c_str(), nullptr);
      _exit(127);
    }
    close(To[0]);
    close(From[1]);
    In = To[1];
    char Byte;
    Ready = Child > 0 && read(From[0], &Byte, 1) == 1;
    close(From[0]);
  }
  Waiting(const Waiting &) = delete;
  ~Waiting() {
    close(In); // it ends by that
    if (Child > 0)
      waitpid(Child, nullptr, 0);
  }
  pid_t Child = -1;
  int In = -1;
  bool Ready = false;
};

struct Seen {
  uint64_t Calls;
  spile_process_state State;
  bool operator==(const Seen &) const = default;
};

std::vector<Seen> see(const Place &P) {
  std::vector<Seen> All;
  for (const Segment &One : P.segments())
    All.push_back({One.calls("leaf"), One.get().process.state});
  std::sort(All.begin(), All.end(),
            [](const Seen &A, const Seen &B) { return A.Calls < B.Calls; });
  return All;
}

/// Runs `Body` in a process that is the first of a pid namespace of its own, with
/// its own /proc; its answer, or 77 if that cannot be had.
int inNamespace(const Place &P, int (*Body)(const Place &)) {
  int Status = 0;
  pid_t Outer = fork();
  if (Outer == 0) {
    if (unshare(CLONE_NEWPID | CLONE_NEWNS) != 0)
      _exit(77);
    pid_t First = fork();
    if (First == 0) {
      bool Own =
          mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
          mount("proc", "/proc", "proc", 0, nullptr) == 0;
      _exit(Own ? Body(P) : 77);
    }
    waitpid(First, &Status, 0);
    _exit(First > 0 && WIFEXITED(Status) ? WEXITSTATUS(Status) : 78);
  }
  waitpid(Outer, &Status, 0);
  return WEXITSTATUS(Status);
}

/// The first is killed and its number used again, after a tick of the kernel's.
int killedAndReplaced(const Place &P) {
  {
    Waiting First(forkWithNumber, P, "100");
    if (First.Child < 0)
      return 77;
    if (!First.Ready || First.Child != Number)
      return 1;
    kill(First.Child, SIGKILL);
  }
  usleep(20000);
  Waiting Second(forkWithNumber, P, "200");
  if (!Second.Ready || Second.Child != Number)
    return 2;
  return see(P) == std::vector<Seen>{{100, SPILE_PROCESS_DIED},
                                     {200, SPILE_PROCESS_RUNNING}}
             ? 0
             : 3;
}

TEST(Pids, ANumberThatIsUsedAgain) {
  Place P("/dev/shm");
  int Answer = inNamespace(P, killedAndReplaced);
  if (Answer == 77)
    GTEST_SKIP() << "needs root for a pid namespace";
  ASSERT_EQ(Answer, 0);
  ASSERT_EQ(P.segments().size(), 2u);
  for (const Segment &One : P.segments())
    EXPECT_EQ(One.get().process.pid, uint32_t(Number));
  Tally Calls;
  Calls.add(100, see(P)[0].Calls);
  Calls.add(200, see(P)[1].Calls);
  tell(Calls);
}

int oneProcess(const Place &P) {
  Waiting One(forkWithNumber, P, "100");
  return One.Child < 0 ? 77 : One.Ready ? 0 : 1;
}

/// Containers that share a directory: their processes have the same numbers, and
/// may have started in the same tick.
TEST(Pids, OneNumberInManyNamespacesAtOnce) {
  Place P("/dev/shm");
  uint64_t Count = number(20, 200), Bad = 0;
  std::vector<pid_t> Children;
  for (uint64_t I = 0; I < Count; ++I) {
    pid_t Child = fork();
    if (Child == 0)
      _exit(inNamespace(P, oneProcess));
    Children.push_back(Child);
  }
  bool Skip = false;
  for (pid_t Child : Children) {
    int Status = 0;
    waitpid(Child, &Status, 0);
    Skip = Skip || WEXITSTATUS(Status) == 77;
    Bad += Status != 0;
  }
  if (Skip)
    GTEST_SKIP() << "needs root for a pid namespace";
  EXPECT_EQ(Bad, 0u);
  EXPECT_EQ(P.segmentPaths().size(), Count);
  Tally Calls;
  for (const Seen &One : see(P))
    Calls.add(100, One.Calls);
  tell(Calls);
}

} // namespace
