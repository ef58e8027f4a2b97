// The terminal as a screen, by ncurses; and the signals that end a program which
// has one.
//
// Model
//
//   Terminal (until it is destroyed the terminal is ours)
//     wait ─▶ keys: a key, a new size, a signal, or the time is over
//     put  ─▶ lines of text, shown by show()
//
// SIGINT, SIGTERM, SIGHUP and SIGQUIT reach the program only while it waits. One
// Terminal at a time.
//
// Sources: ncurses(3X), initscr(3X), resizeterm(3X); ppoll(2).
#ifndef SPILE_VIEW_TERMINAL_H
#define SPILE_VIEW_TERMINAL_H

#include "result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace spile::view {

enum class Look { Plain, Head, Selected };

class Terminal {
public:
  // The error tells that the terminal's type is not known.
  static Result<std::unique_ptr<Terminal>> open();
  ~Terminal(); // the terminal is as it was
  Terminal(const Terminal &) = delete;
  Terminal &operator=(const Terminal &) = delete;

  std::size_t lines() const;
  std::size_t columns() const;

  void clear();
  void put(std::size_t line, std::string_view text, Look look = Look::Plain);
  void show();

  // Wait for at most `ns`, without end if that is negative; the keys typed, as
  // top_state.h has them. None after a change of size or a signal.
  std::vector<int> wait(std::int64_t ns);

  // The signal that came and ends the program, or 0.
  int endedBy() const;
  // The terminal has gone.
  bool isGone() const { return gone; }

private:
  struct Signals;
  Terminal(void *screen, std::unique_ptr<Signals> signals);

  void *screen; // SCREEN: <curses.h> has macros for every other word
  std::unique_ptr<Signals> signals;
  bool gone = false;
};

} // namespace spile::view

#endif // SPILE_VIEW_TERMINAL_H
