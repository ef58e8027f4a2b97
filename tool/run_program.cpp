#include "tool/run_program.h"
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace spile {
namespace {

// A descriptor that is closed at the end.
struct Fd {
  int Value = -1;
  Fd() = default;
  Fd(const Fd &) = delete;
  Fd &operator=(const Fd &) = delete;
  ~Fd() { reset(); }
  void reset() {
    if (Value >= 0)
      close(Value);
    Value = -1;
  }
};

struct Pipe {
  Fd Read, Write;
  bool open() {
    int Ends[2];
    if (pipe2(Ends, O_CLOEXEC))
      return false;
    Read.Value = Ends[0];
    Write.Value = Ends[1];
    return true;
  }
};

std::vector<char *> pointers(const std::vector<std::string> &Strings) {
  std::vector<char *> Out;
  for (const std::string &S : Strings)
    Out.push_back(const_cast<char *>(S.c_str()));
  Out.push_back(nullptr);
  return Out;
}

std::vector<std::string> mergedEnvironment(const Program &What) {
  std::vector<std::string> All = What.Environment;
  for (char **E = environ; *E; ++E) {
    std::string Entry = *E;
    std::string Name = Entry.substr(0, Entry.find('=') + 1);
    bool Replaced = false;
    for (const std::string &New : What.Environment)
      Replaced |= New.compare(0, Name.size(), Name) == 0;
    if (!Replaced)
      All.push_back(std::move(Entry));
  }
  return All;
}

// Reads what is there; closes at the end of the stream.
void drain(Fd &From, std::string &To) {
  char Buffer[65536];
  ssize_t N = read(From.Value, Buffer, sizeof Buffer);
  if (N > 0)
    To.append(Buffer, static_cast<size_t>(N));
  else if (N == 0 || (errno != EINTR && errno != EAGAIN))
    From.reset();
}

void feed(Fd &To, const std::string &Text, size_t &Done) {
  ssize_t N = write(To.Value, Text.data() + Done, Text.size() - Done);
  if (N > 0)
    Done += static_cast<size_t>(N);
  if (Done == Text.size() || (N < 0 && errno != EINTR && errno != EAGAIN))
    To.reset();
}

// A child that reads no more gives EPIPE here, not a signal.
class IgnorePipeSignal {
  sigset_t Old;

public:
  IgnorePipeSignal() {
    sigset_t Set;
    sigemptyset(&Set);
    sigaddset(&Set, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &Set, &Old);
  }
  ~IgnorePipeSignal() {
    sigset_t Set;
    sigemptyset(&Set);
    sigaddset(&Set, SIGPIPE);
    const timespec Now = {0, 0};
    if (!sigismember(&Old, SIGPIPE))
      while (sigtimedwait(&Set, nullptr, &Now) > 0)
        ;
    pthread_sigmask(SIG_SETMASK, &Old, nullptr);
  }
};

void exchange(Fd &In, const std::string *Text, Fd &Out, Fd &Err,
              Outcome &Result) {
  IgnorePipeSignal Guard;
  size_t Done = 0;
  if (In.Value >= 0 && Text->empty())
    In.reset();
  if (In.Value >= 0)
    fcntl(In.Value, F_SETFL, O_NONBLOCK);
  while (In.Value >= 0 || Out.Value >= 0 || Err.Value >= 0) {
    pollfd Polled[3] = {
        {In.Value, POLLOUT, 0}, {Out.Value, POLLIN, 0}, {Err.Value, POLLIN, 0}};
    if (poll(Polled, 3, -1) < 0)
      continue;
    if (Polled[0].revents)
      feed(In, *Text, Done);
    if (Polled[1].revents)
      drain(Out, Result.Out);
    if (Polled[2].revents)
      drain(Err, Result.Err);
  }
}

} // namespace

llvm::Expected<Outcome> run(const Program &What, volatile int *Started) {
  Pipe In, Out, Err;
  if ((What.Input && !In.open()) || (What.CaptureOut && !Out.open()) ||
      (What.CaptureErr && !Err.open()))
    return llvm::createStringError(std::string("cannot make a pipe: ") +
                                   std::strerror(errno));
  posix_spawn_file_actions_t Actions;
  posix_spawn_file_actions_init(&Actions);
  if (What.Input)
    posix_spawn_file_actions_adddup2(&Actions, In.Read.Value, 0);
  if (What.CaptureOut)
    posix_spawn_file_actions_adddup2(&Actions, Out.Write.Value, 1);
  if (What.CaptureErr)
    posix_spawn_file_actions_adddup2(&Actions, Err.Write.Value, 2);
  if (!What.Directory.empty())
    posix_spawn_file_actions_addchdir_np(&Actions, What.Directory.c_str());
  std::vector<std::string> Environment = mergedEnvironment(What);
  pid_t Pid = 0;
  int Failed =
      posix_spawnp(&Pid, What.Command[0].c_str(), &Actions, nullptr,
                   pointers(What.Command).data(), pointers(Environment).data());
  posix_spawn_file_actions_destroy(&Actions);
  if (Failed)
    return llvm::createStringError("cannot run '" + What.Command[0] +
                                   "': " + std::strerror(Failed));
  if (Started)
    *Started = Pid;
  In.Read.reset();
  Out.Write.reset();
  Err.Write.reset();
  Outcome Result;
  exchange(In.Write, What.Input, Out.Read, Err.Read, Result);
  int Status = 0;
  while (waitpid(Pid, &Status, 0) < 0 && errno == EINTR)
    ;
  if (Started)
    *Started = 0;
  if (WIFSIGNALED(Status))
    Result.Signal = WTERMSIG(Status);
  else
    Result.Status = WEXITSTATUS(Status);
  return Result;
}

} // namespace spile
