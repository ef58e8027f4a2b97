#include "run.h"

#include <gtest/gtest.h>

using namespace spile_test;

namespace {

class EveryFork
    : public testing::TestWithParam<std::tuple<const char *, const char *>> {};
INSTANTIATE_TEST_SUITE_P(
    Linked, EveryFork,
    testing::Combine(testing::Values("forks", "forks_archive", "forks_static"),
                     testing::Values("exit", "_exit")));

TEST_P(EveryFork, TheChildStartsFromZeroInItsOwnSegment) {
  auto [Program, How] = GetParam();
  if (!exists(programPath(Program)))
    GTEST_SKIP() << "static programs are not built with sanitizers";
  Place P;
  EXPECT_EQ(P.run(Program, {How}).Status, 0);
  std::vector<Segment> All = P.segments();
  ASSERT_EQ(All.size(), 2u);
  bool ChildFirst = All[0].calls("leaf") > 1000;
  const Segment &Child = All[ChildFirst ? 0 : 1];
  const Segment &Parent = All[ChildFirst ? 1 : 0];
  EXPECT_EQ(Parent.calls("leaf"), 10u + 5 + 100);
  EXPECT_EQ(Parent.calls("forking"), 1u);
  EXPECT_EQ(Child.calls("leaf"), 1000u + 5);
  EXPECT_EQ(Child.calls("forking"), 1u) << "the call that was in flight";
  EXPECT_EQ(Child.get().worker_count, 2u);
  EXPECT_EQ(Child.get().workers[0].tid, Child.get().process.pid);
  EXPECT_NE(Child.get().process.pid, Parent.get().process.pid);
  EXPECT_TRUE(Child.plausible());
  EXPECT_TRUE(Parent.plausible());
}

TEST(Fork, WithTheThreadClockNoTimeIsNegative) {
  Place P;
  P.Environment["SPILE_CLOCK"] = "thread-cpu";
  EXPECT_EQ(P.run("forks").Status, 0);
  for (const Segment &S : P.segments()) {
    EXPECT_TRUE(S.plausible());
    EXPECT_LT(S.totalNs("forking"), 100000000000u);
  }
}

TEST(Fork, AmongThreadsThatComeAndGo) {
  Place P("/dev/shm");
  EXPECT_EQ(P.run("fork_storm").Status, 0);
  std::vector<Segment> All = P.segments();
  EXPECT_EQ(All.size(), 31u);
  int Parents = 0;
  for (const Segment &S : All) {
    bool IsParent = S.calls("leaf") != 0;
    Parents += IsParent;
    EXPECT_EQ(S.calls("leaf"), IsParent ? 1000000u : 0u);
    EXPECT_EQ(S.calls("in_child"), IsParent ? 0u : 1u);
  }
  EXPECT_EQ(Parents, 1);
}

} // namespace
