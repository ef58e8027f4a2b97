// Programs that a test starts: to its end, or with a hand on its stdin.
#ifndef SPILE_TESTS_VIEW_CHILD_H
#define SPILE_TESTS_VIEW_CHILD_H

#include <string>
#include <sys/types.h>
#include <vector>

namespace spile::view {

struct Ended {
  int status = -1; // the exit status, or 128 + the signal
  std::string out, err;
};

// Run `words` (a path and its arguments) to its end.
Ended runProgram(const std::vector<std::string> &words);

// Run a shell script with `arguments` as $1...
Ended runShell(const std::string &script,
               const std::vector<std::string> &arguments);

// A program that runs until its stdin is closed.
class Child {
public:
  // Started with SPILE_DIR set to `dir`; returns when it has written `lines`
  // lines to its stdout, or ended.
  Child(std::vector<std::string> words, const std::string &dir, int lines = 1);
  ~Child(); // ends it
  Child(const Child &) = delete;
  Child &operator=(const Child &) = delete;

  pid_t pid() const { return id; }
  int end();            // close its stdin and wait; as Ended::status
  int kill(int signal); // send and wait; as Ended::status

private:
  int wait();

  pid_t id = -1;
  int input = -1, output = -1;
};

} // namespace spile::view

#endif // SPILE_TESTS_VIEW_CHILD_H
