#include "top_screen.h"

#include "control.h"
#include "sampler.h"
#include "terminal.h"
#include "text.h"
#include "top_state.h"
#include "top_table.h"

#include <chrono>
#include <csignal>
#include <exception>
#include <memory>
#include <utility>

namespace spile::view {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t LinesAround = 3; // status, head and bottom

std::uint8_t modeFor(TopAction action) {
  return action == TopAction::Off     ? ModeOff
         : action == TopAction::Count ? ModeCount
                                      : ModeTime;
}

class TopScreen {
public:
  TopScreen(const TopOptions &theOptions, const std::string &dir, Terminal &on)
      : options(theOptions), terminal(on), sampler(options.target, dir) {
    state.view = options.view;
  }

  Outcome run() {
    if (const auto why = look())
      return *why;
    Clock::time_point next = Clock::now() + interval();
    for (std::uint32_t looks = 0; !options.count || looks < *options.count;) {
      draw();
      const auto left = std::max(next - Clock::now(), Clock::duration::zero());
      for (int key : terminal.wait(state.paused ? -1 : left.count()))
        if (press(key))
          return {};
      if (terminal.endedBy() != 0 || terminal.isGone())
        return {};
      if (state.paused || Clock::now() < next)
        continue;
      if (auto why = look()) {
        why->status = StatusFine; // it was there
        return *why;
      }
      ++looks;
      next = Clock::now() + interval(); // whole, however late this one was
    }
    return {};
  }

private:
  std::chrono::nanoseconds interval() const {
    return std::chrono::nanoseconds(options.intervalNs);
  }

  std::size_t page() const {
    const std::size_t lines = terminal.lines();
    return lines > LinesAround ? lines - LinesAround : 1;
  }

  std::optional<Outcome> look() {
    Samples samples = sampler.look(state.view.byWorker);
    if (samples.why)
      return samples.why;
    before = std::exchange(after, std::move(samples.samples));
    compare();
    return std::nullopt;
  }

  void compare() {
    rates = ratesBetween(before, after, state.view.byWorker);
    if (before.empty())
      rates.rows.clear(); // no rates are known, rather than rates of 0
  }

  // The row that the selection follows may have moved, or gone.
  void place(TopRows &rows) {
    if (state.follows) {
      const std::size_t at = rows.find(function, worker ? &*worker : nullptr);
      if (at < rows.size())
        state.selected = at;
      else
        state.follows = false;
    }
    scroll(state, rows.size(), page());
  }

  void follow(TopRows &rows) {
    if (!state.follows || rows.size() == 0)
      return;
    const RateRow &row = rows[state.selected];
    function = rates.functions[row.function];
    worker.reset();
    if (row.worker)
      worker = rates.workers[*row.worker];
  }

  void draw() {
    TopRows rows(rates, state.view);
    place(rows);
    terminal.clear();
    terminal.put(0, "spile-view top: " +
                        topStatus(state, topTitle(rates), options.intervalNs));
    terminal.put(1, topHead(state.view.byWorker), Look::Head);
    for (std::size_t line = 0;
         line < page() && state.first + line < rows.size(); ++line) {
      const std::size_t row = state.first + line;
      terminal.put(line + 2, topLine(rates, rows[row]),
                   row == state.selected ? Look::Selected : Look::Plain);
    }
    if (rows.size() == 0)
      terminal.put(2, before.empty() ? "measuring" : "no calls");
    terminal.put(page() + 2, topBottom(state));
    terminal.show();
  }

  // Whether it was the last.
  bool press(int key) {
    TopRows rows(rates, state.view);
    const bool byWorker = state.view.byWorker;
    scroll(state, rows.size(), page());
    const TopAction action = onKey(state, key, rows.size(), page());
    if (action == TopAction::Quit)
      return true;
    if (action != TopAction::None && rows.size() > 0) {
      state.follows = true;
      setMode(rows[state.selected].function, modeFor(action));
    }
    if (state.view.byWorker == byWorker)
      follow(rows);
    else
      compare();
    return false;
  }

  void setMode(std::uint32_t f, std::uint8_t mode) {
    const Function chosen = rates.functions[f];
    const Which which = [&](const Function &one) { return one == chosen; };
    for (const Process &process : rates.processes) {
      const Result<Change> change = changeModes(process, which, mode);
      if (!change.ok()) {
        state.message = printable(change.error().message);
        return;
      }
    }
    state.message = printable(chosen.name) + ": " + modeName(mode);
    rates.modes[f] = mode;
    for (Sample &sample : after)
      for (std::size_t i = 0; i < sample.snapshot.functions.size(); ++i)
        if (which(sample.snapshot.functions[i]))
          sample.snapshot.modes[i] = mode;
  }

  const TopOptions &options;
  Terminal &terminal;
  Sampler sampler;
  TopState state;
  std::vector<Sample> before, after;
  Rates rates;
  Function function;                // that the selection follows
  std::optional<RateWorker> worker; // and in which
};

} // namespace

Outcome runTopScreen(const TopOptions &options, const std::string &dir) {
  int signal = 0;
  Outcome outcome;
  Result<std::unique_ptr<Terminal>> terminal = Terminal::open();
  if (!terminal.ok())
    return failed(terminal.error());
  try {
    outcome = TopScreen(options, dir, *terminal.value()).run();
  } catch (const std::exception &error) { // such as no memory
    outcome = failed({error.what()});
  }
  signal = terminal.value()->endedBy();
  terminal.value().reset();
  if (signal != 0)
    std::raise(signal);
  return outcome;
}

} // namespace spile::view
