#include "terminal.h"

#include "text.h"
#include "top_state.h"

#include <fmt/format.h>

#include <poll.h>
#include <unistd.h>

#include <array>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <string>
#include <utility>

#define NCURSES_NOMACROS // "clear" and the like are names of ours too
#include <curses.h>

namespace spile::view {

namespace {

volatile std::sig_atomic_t signalThatCame = 0;

void remember(int signal) { signalThatCame = signal; }

constexpr std::array Ending = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

int codeOf(int key) {
  switch (key) {
  case KEY_UP:
    return KeyUp;
  case KEY_DOWN:
    return KeyDown;
  case KEY_PPAGE:
    return KeyPageUp;
  case KEY_NPAGE:
    return KeyPageDown;
  case KEY_HOME:
    return KeyHome;
  case KEY_END:
    return KeyEnd;
  case KEY_BACKSPACE:
  case '\b':
  case 0x7f:
    return KeyBackspace;
  case KEY_ENTER:
  case '\r':
  case '\n':
    return KeyEnter;
  case 0x1b:
    return KeyEscape;
  }
  return key;
}

} // namespace

// While they live the ending signals wait for ppoll.
struct Terminal::Signals {
  sigset_t before = {};
  std::array<struct sigaction, Ending.size()> actions = {};

  Signals() {
    sigset_t held;
    sigemptyset(&held);
    for (int signal : Ending)
      sigaddset(&held, signal);
    sigaddset(&held, SIGWINCH);
    sigprocmask(SIG_BLOCK, &held, &before);
    for (std::size_t i = 0; i < Ending.size(); ++i)
      sigaction(Ending[i], nullptr, &actions[i]);
    signalThatCame = 0;
  }

  // ncurses has set handlers of its own meanwhile, which would exit at once.
  void take() const {
    struct sigaction ours = {};
    ours.sa_handler = remember;
    for (std::size_t i = 0; i < Ending.size(); ++i)
      if (actions[i].sa_handler != SIG_IGN) // as nohup wants it
        sigaction(Ending[i], &ours, nullptr);
  }

  ~Signals() {
    for (std::size_t i = 0; i < Ending.size(); ++i)
      sigaction(Ending[i], &actions[i], nullptr);
    sigprocmask(SIG_SETMASK, &before, nullptr);
  }
};

Result<std::unique_ptr<Terminal>> Terminal::open() {
  std::setlocale(LC_CTYPE, "");
  auto signals = std::make_unique<Signals>();
  SCREEN *screen = newterm(nullptr, stdout, stdin);
  if (!screen) {
    const char *type = std::getenv("TERM");
    return Error{fmt::format("cannot draw on a terminal of type '{}'; --once "
                             "prints a plain table",
                             type ? type : "")};
  }
  signals->take();
  set_escdelay(25);
  cbreak();
  noecho();
  nonl();
  curs_set(0);
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  return std::unique_ptr<Terminal>(new Terminal(screen, std::move(signals)));
}

Terminal::Terminal(void *theScreen, std::unique_ptr<Signals> theSignals)
    : screen(theScreen), signals(std::move(theSignals)) {}

Terminal::~Terminal() {
  endwin();
  delscreen(static_cast<SCREEN *>(screen));
}

std::size_t Terminal::lines() const {
  return static_cast<std::size_t>(getmaxy(stdscr));
}

std::size_t Terminal::columns() const {
  return static_cast<std::size_t>(getmaxx(stdscr));
}

void Terminal::clear() { werase(stdscr); }

void Terminal::put(std::size_t line, std::string_view text, Look look) {
  const attr_t attributes = look == Look::Head       ? A_BOLD
                            : look == Look::Selected ? A_REVERSE
                                                     : A_NORMAL;
  std::string whole(cut(text, columns()));
  if (look == Look::Selected)
    whole = padded(whole, columns());
  wattrset(stdscr, static_cast<int>(attributes));
  wmove(stdscr, static_cast<int>(line), 0);
  waddnstr(stdscr, whole.data(), static_cast<int>(whole.size()));
  wattrset(stdscr, A_NORMAL);
}

void Terminal::show() { wrefresh(stdscr); }

std::vector<int> Terminal::wait(std::int64_t ns) {
  constexpr std::int64_t NsPerSecond = 1'000'000'000;
  const timespec time = {static_cast<std::time_t>(ns / NsPerSecond),
                         static_cast<long>(ns % NsPerSecond)};
  pollfd in = {STDIN_FILENO, POLLIN, 0};
  const int ready = ppoll(&in, 1, ns < 0 ? nullptr : &time, &signals->before);
  gone = ready > 0 && (in.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
  std::vector<int> keys;
  // Asked even if a signal came: getch is where ncurses takes a new size.
  for (int key = wgetch(stdscr); key != ERR; key = wgetch(stdscr))
    if (key != KEY_RESIZE)
      keys.push_back(codeOf(key));
  return keys;
}

int Terminal::endedBy() const { return signalThatCame; }

} // namespace spile::view
