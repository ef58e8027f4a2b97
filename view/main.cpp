// spile-view: parse, run, print.
#include "commands.h"

#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <string_view>
#include <system_error>

namespace {

// 0, or the errno.
int writeAll(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(fd, text.data(), text.size());
    if (n >= 0)
      text.remove_prefix(static_cast<std::size_t>(n));
    else if (errno != EINTR)
      return errno;
  }
  return 0;
}

} // namespace

int main(int argc, char **argv) {
  using namespace spile::view;
  std::signal(SIGPIPE, SIG_IGN); // `| head` is no error: EPIPE below
  Result<Options> options = parseOptions({argv + 1, argv + argc});
  const std::int64_t nowNs =
      std::chrono::nanoseconds(
          std::chrono::system_clock::now().time_since_epoch())
          .count();
  int error = 0;
  const Write write = [&error](std::string_view text) {
    error = writeAll(STDOUT_FILENO, text);
    return error == 0;
  };
  const Outcome outcome = options.ok()
                              ? runCommand(options.value(), nowNs, write)
                              : Outcome{StatusFailed, "",
                                        complaint(options.error().message +
                                                  " (see spile-view --help)")};
  writeAll(STDERR_FILENO, outcome.err);
  if (error == 0)
    error = writeAll(STDOUT_FILENO, outcome.out);
  if (error == 0 || error == EPIPE)
    return outcome.status;
  writeAll(STDERR_FILENO, complaint("cannot write: " +
                                    std::generic_category().message(error)));
  return StatusFailed;
}
