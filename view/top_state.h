// What a person does on the screen of `top`: keys in, a changed state out.
//
// Model: the state knows numbers of rows, not the rows; it reads no terminal and
// draws nothing.
//
// Pure functions on values.
#ifndef SPILE_VIEW_TOP_STATE_H
#define SPILE_VIEW_TOP_STATE_H

#include "top_view.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace spile::view {

// Keys are the bytes they write, or these.
enum TopKeyCode : int {
  KeyUp = 0x1000,
  KeyDown,
  KeyPageUp,
  KeyPageDown,
  KeyHome,
  KeyEnd,
  KeyBackspace,
  KeyEnter,
  KeyEscape
};

enum class TopAction { None, Quit, Off, Count, Time };

struct TopState {
  TopView view;
  bool paused = false, help = false;
  bool typing = false; // a filter, into `typed`
  std::string typed;
  std::string message;                 // at the bottom, until the next key
  std::size_t selected = 0, first = 0; // rows; `first` is at the top
  bool follows = false; // the selection stays with what the row is about
};

// `page`: how many rows the screen shows.
TopAction onKey(TopState &state, int key, std::size_t rows, std::size_t page);

// Keep the selection among the rows, and on the screen.
void scroll(TopState &state, std::size_t rows, std::size_t page);

// The lines at the top and at the bottom.
std::string topStatus(const TopState &state, const std::string &title,
                      std::int64_t intervalNs);
std::string topBottom(const TopState &state);

} // namespace spile::view

#endif // SPILE_VIEW_TOP_STATE_H
