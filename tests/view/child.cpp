#include "child.h"

#include "temp_dir.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace spile::view {

namespace {

[[noreturn]] void become(const std::vector<std::string> &words) {
  std::vector<char *> argv;
  for (const std::string &word : words)
    argv.push_back(const_cast<char *>(word.c_str()));
  argv.push_back(nullptr);
  execv(argv[0], argv.data());
  _exit(127);
}

int statusOf(int raw) {
  return WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
}

void openAs(const std::string &path, int target) {
  const int fd = open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
  dup2(fd, target);
  close(fd);
}

} // namespace

Ended runProgram(const std::vector<std::string> &words) {
  const TempDir dir;
  const std::string out = dir.path + "/out", err = dir.path + "/err";
  const pid_t pid = fork();
  if (pid == 0) {
    openAs(out, STDOUT_FILENO);
    openAs(err, STDERR_FILENO);
    become(words);
  }
  int raw = 0;
  waitpid(pid, &raw, 0);
  return {statusOf(raw), contents(out), contents(err)};
}

Ended runShell(const std::string &script,
               const std::vector<std::string> &arguments) {
  std::vector<std::string> words = {"/bin/sh", "-c", script, "sh"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return runProgram(words);
}

Child::Child(std::vector<std::string> words, const std::string &dir,
             int lines) {
  int in[2], out[2];
  if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0)
    return;
  id = fork();
  if (id == 0) {
    dup2(in[0], STDIN_FILENO);
    dup2(out[1], STDOUT_FILENO);
    setenv("SPILE_DIR", dir.c_str(), 1);
    become(words);
  }
  close(in[0]);
  close(out[1]);
  input = in[1];
  output = out[0];
  char byte;
  while (lines > 0 && read(output, &byte, 1) == 1)
    lines -= byte == '\n';
}

Child::~Child() {
  if (id > 0)
    kill(SIGKILL);
  close(output);
}

int Child::end() { return wait(); }

int Child::kill(int signal) {
  ::kill(id, signal);
  return wait();
}

int Child::wait() {
  if (input >= 0)
    close(input);
  input = -1;
  int raw = 0;
  waitpid(id, &raw, 0);
  id = -1;
  return statusOf(raw);
}

} // namespace spile::view
