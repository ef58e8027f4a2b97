#include "top_state.h"

#include "text.h"

#include <fmt/format.h>

#include <algorithm>

namespace spile::view {

namespace {

constexpr std::string_view Help =
    "<> sort  r reverse  w workers  / filter  p pause  o off  c count  t time  "
    "q quit";

constexpr TopKey LastKey = TopKey::Name;

std::string_view nameOf(TopKey key) {
  switch (key) {
  case TopKey::Calls:
    return "calls";
  case TopKey::Time:
    return "time";
  case TopKey::Mean:
    return "mean";
  case TopKey::Max:
    return "max";
  case TopKey::Name:
    break;
  }
  return "name";
}

void onTypedKey(TopState &state, int key) {
  if (key == KeyEnter) {
    state.view.filter = state.typed;
    state.typing = false;
  } else if (key == KeyEscape) {
    state.typing = false;
  } else if (key == KeyBackspace) {
    while (!state.typed.empty() && (state.typed.back() & 0xc0) == 0x80)
      state.typed.pop_back(); // the rest of a UTF-8 sequence
    if (!state.typed.empty())
      state.typed.pop_back();
  } else if (key >= ' ' && key <= 0xff && key != 0x7f) {
    state.typed += static_cast<char>(key);
  }
}

void step(TopState &state, int by) {
  const int key = static_cast<int>(state.view.key) + by;
  if (key >= 0 && key <= static_cast<int>(LastKey))
    state.view.key = static_cast<TopKey>(key);
}

// Whether `key` is for sorting.
bool onSortKey(TopState &state, int key) {
  switch (key) {
  case '<':
    step(state, -1);
    return true;
  case '>':
    step(state, 1);
    return true;
  case 'C':
    state.view.key = TopKey::Calls;
    return true;
  case 'T':
    state.view.key = TopKey::Time;
    return true;
  case 'M':
    state.view.key = TopKey::Mean;
    return true;
  case 'X':
    state.view.key = TopKey::Max;
    return true;
  case 'N':
    state.view.key = TopKey::Name;
    return true;
  }
  return false;
}

// Whether `key` moves the selection.
bool onArrow(TopState &state, int key, std::size_t rows, std::size_t page) {
  const std::size_t last = rows == 0 ? 0 : rows - 1;
  std::size_t &at = state.selected;
  switch (key) {
  case KeyUp:
    at -= std::min<std::size_t>(at, 1);
    break;
  case KeyDown:
    at = std::min(at + 1, last);
    break;
  case KeyPageUp:
    at -= std::min(at, page);
    break;
  case KeyPageDown:
    at = std::min(at + page, last);
    break;
  case KeyEnd:
    at = last;
    break;
  case KeyHome: // and stay there, whoever comes first
    at = 0;
    state.follows = false;
    return true;
  default:
    return false;
  }
  state.follows = true;
  return true;
}

TopAction onCommand(TopState &state, int key) {
  switch (key) {
  case 'q':
    return TopAction::Quit;
  case 'o':
    return TopAction::Off;
  case 'c':
    return TopAction::Count;
  case 't':
    return TopAction::Time;
  case 'r':
    state.view.reverse = !state.view.reverse;
    break;
  case 'w':
    state.view.byWorker = !state.view.byWorker;
    state.follows = false;
    break;
  case 'p':
    state.paused = !state.paused;
    break;
  case '?':
    state.help = !state.help;
    break;
  case '/':
    state.typing = true;
    state.typed = state.view.filter;
    break;
  }
  return TopAction::None;
}

} // namespace

TopAction onKey(TopState &state, int key, std::size_t rows, std::size_t page) {
  state.message.clear();
  if (state.typing) {
    onTypedKey(state, key);
    return TopAction::None;
  }
  if (onSortKey(state, key) || onArrow(state, key, rows, page))
    return TopAction::None;
  return onCommand(state, key);
}

void scroll(TopState &state, std::size_t rows, std::size_t page) {
  state.selected = std::min(state.selected, rows == 0 ? 0 : rows - 1);
  state.first = std::min(state.first, state.selected);
  if (state.selected - state.first >= page)
    state.first = state.selected - page + 1;
  if (rows - state.first < page) // a screen that grew
    state.first = rows < page ? 0 : rows - page;
}

std::string topStatus(const TopState &state, const std::string &title,
                      std::int64_t intervalNs) {
  std::string line = fmt::format(
      "{}  every {}s  by {}{}", title, static_cast<double>(intervalNs) / 1e9,
      nameOf(state.view.key), state.view.reverse ? ", reversed" : "");
  if (!state.view.filter.empty())
    line += fmt::format("  filter: {}", printable(state.view.filter));
  return line + (state.paused ? "  paused" : "");
}

std::string topBottom(const TopState &state) {
  if (state.typing)
    return fmt::format("filter: {}_", printable(state.typed));
  if (!state.message.empty())
    return state.message;
  return std::string(state.help ? Help : "? keys  q quit");
}

} // namespace spile::view
