#include "view/top_state.h"

#include <gtest/gtest.h>

namespace spile::view {
namespace {

constexpr std::size_t Rows = 100, Page = 10;

TopAction press(TopState &state, const std::string &keys) {
  TopAction action = TopAction::None;
  for (char key : keys)
    action = onKey(state, static_cast<unsigned char>(key), Rows, Page);
  return action;
}

TEST(TopStateTest, KeysThatSort) {
  TopState state;
  press(state, "<");
  EXPECT_EQ(state.view.key, TopKey::Calls);
  press(state, ">>");
  EXPECT_EQ(state.view.key, TopKey::Mean);
  press(state, "<");
  EXPECT_EQ(state.view.key, TopKey::Time);
  press(state, ">>>>>>");
  EXPECT_EQ(state.view.key, TopKey::Name);
  press(state, "X");
  EXPECT_EQ(state.view.key, TopKey::Max);
  press(state, "C");
  EXPECT_EQ(state.view.key, TopKey::Calls);
  press(state, "T");
  EXPECT_EQ(state.view.key, TopKey::Time);
  press(state, "M");
  EXPECT_EQ(state.view.key, TopKey::Mean);
  press(state, "N");
  EXPECT_EQ(state.view.key, TopKey::Name);
}

TEST(TopStateTest, KeysThatSwitch) {
  TopState state;
  press(state, "rwp?");
  EXPECT_TRUE(state.view.reverse && state.view.byWorker && state.paused &&
              state.help);
  press(state, "rwp?");
  EXPECT_FALSE(state.view.reverse || state.view.byWorker || state.paused ||
               state.help);
}

TEST(TopStateTest, KeysThatAct) {
  TopState state;
  EXPECT_EQ(press(state, "o"), TopAction::Off);
  EXPECT_EQ(press(state, "c"), TopAction::Count);
  EXPECT_EQ(press(state, "t"), TopAction::Time);
  EXPECT_EQ(press(state, "q"), TopAction::Quit);
  EXPECT_EQ(press(state, "z"), TopAction::None);
}

TEST(TopStateTest, AFilterIsTypedAndTakesTheKeysMeanwhile) {
  TopState state;
  EXPECT_EQ(press(state, "/q*\xc3\xa4"), TopAction::None);
  EXPECT_EQ(topBottom(state), "filter: q*\xc3\xa4_");
  EXPECT_EQ(state.view.filter, "");
  for (int byte : {0xc3, 0xb6})
    onKey(state, byte, Rows, Page);
  onKey(state, KeyBackspace, Rows, Page);
  onKey(state, KeyBackspace, Rows, Page);
  onKey(state, KeyUp, Rows, Page);
  EXPECT_EQ(state.typed, "q*");
  onKey(state, KeyEnter, Rows, Page);
  EXPECT_EQ(state.view.filter, "q*");
  press(state, "/x");
  EXPECT_EQ(state.typed, "q*x");
  onKey(state, KeyEscape, Rows, Page);
  EXPECT_EQ(state.view.filter, "q*");
  press(state, "/");
  for (int i = 0; i < 4; ++i)
    onKey(state, KeyBackspace, Rows, Page);
  onKey(state, KeyEnter, Rows, Page);
  EXPECT_EQ(state.view.filter, "");
  EXPECT_EQ(press(state, "q"), TopAction::Quit);
}

TEST(TopStateTest, ArrowsMoveAndThenTheSelectionFollowsItsRow) {
  TopState state;
  EXPECT_FALSE(state.follows);
  onKey(state, KeyUp, Rows, Page);
  EXPECT_EQ(state.selected, 0u);
  EXPECT_TRUE(state.follows);
  onKey(state, KeyDown, Rows, Page);
  EXPECT_EQ(state.selected, 1u);
  onKey(state, KeyPageDown, Rows, Page);
  EXPECT_EQ(state.selected, 11u);
  onKey(state, KeyPageUp, Rows, Page);
  onKey(state, KeyPageUp, Rows, Page);
  EXPECT_EQ(state.selected, 0u);
  onKey(state, KeyEnd, Rows, Page);
  EXPECT_EQ(state.selected, 99u);
  onKey(state, KeyDown, Rows, Page);
  EXPECT_EQ(state.selected, 99u);
  onKey(state, KeyHome, Rows, Page);
  EXPECT_EQ(state.selected, 0u);
  EXPECT_FALSE(state.follows);
  onKey(state, KeyDown, 0, Page);
  EXPECT_EQ(state.selected, 0u);
}

TEST(TopStateTest, TheSelectionStaysOnTheScreen) {
  TopState state;
  state.selected = 15;
  scroll(state, Rows, Page);
  EXPECT_EQ(state.first, 6u);
  state.selected = 3;
  scroll(state, Rows, Page);
  EXPECT_EQ(state.first, 3u);
  state.selected = 99;
  scroll(state, Rows, Page);
  EXPECT_EQ(state.first, 90u);
  scroll(state, Rows, 2 * Page); // the screen grew
  EXPECT_EQ(state.first, 80u);
  scroll(state, 5, Page); // most rows went
  EXPECT_EQ(state.selected, 4u);
  EXPECT_EQ(state.first, 0u);
  scroll(state, 0, Page);
  EXPECT_EQ(state.selected, 0u);
}

TEST(TopStateTest, TheLinesAround) {
  TopState state;
  EXPECT_EQ(topStatus(state, "monkey (pid 7)", 1'000'000'000),
            "monkey (pid 7)  every 1s  by calls");
  EXPECT_EQ(topBottom(state), "? keys  q quit");
  press(state, "Trp?");
  state.view.filter = "mk_*";
  EXPECT_EQ(topStatus(state, "monkey (pid 7)", 250'000'000),
            "monkey (pid 7)  every 0.25s  by time, reversed  filter: mk_*  "
            "paused");
  EXPECT_LE(topBottom(state).size(), 80u);
  state.message = "f: off";
  EXPECT_EQ(topBottom(state), "f: off");
  press(state, "r");
  EXPECT_NE(topBottom(state), "f: off");
}

} // namespace
} // namespace spile::view
