#include "tool/terminal.h"
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>

namespace spile {

bool wantsColor(When Asked) {
  if (Asked != When::Auto)
    return Asked == When::Always;
  const char *No = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) && !(No && *No);
}

void print(const Diagnostics &All) {
  for (const Diagnostic &D : All)
    fmt::print(stderr, "{}\n", toString(D));
}

void printError(const std::string &Text) {
  fmt::print(stderr, "spile: error: {}\n", Text);
}

Progress progressLine(size_t Units) {
  if (!isatty(STDERR_FILENO) || Units < 2)
    return [](size_t, const InputUnit &) {};
  return [Units](size_t Done, const InputUnit &Unit) {
    if (Done < Units)
      fmt::print(stderr, "\r\033[K[{}/{}] {}", Done, Units,
                 shownPath(Unit.Path));
    else
      fmt::print(stderr, "\r\033[K");
    std::fflush(stderr);
  };
}

static const char *colorOf(llvm::StringRef Line) {
  if (Line.starts_with("diff ") || Line.starts_with("--- ") ||
      Line.starts_with("+++ "))
    return "\033[1m";
  if (Line.starts_with("@@"))
    return "\033[36m";
  if (Line.starts_with("-"))
    return "\033[31m";
  return Line.starts_with("+") ? "\033[32m" : nullptr;
}

std::string colored(const std::string &Diff) {
  std::string Out;
  for (llvm::StringRef Rest = Diff; !Rest.empty();) {
    auto [Line, Behind] = Rest.split('\n');
    const char *Color = colorOf(Line);
    Out += Color ? fmt::format("{}{}\033[m\n", Color, Line.str())
                 : Line.str() + "\n";
    Rest = Behind;
  }
  return Out;
}

} // namespace spile
