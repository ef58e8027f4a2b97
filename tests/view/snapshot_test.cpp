#include "view/snapshot.h"

#include "temp_dir.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <cstdlib>

namespace spile::view {
namespace {

TEST(SnapshotTest, CountsAddUp) {
  Counts sum;
  sum += Counts{};
  EXPECT_EQ(sum, Counts{});
  sum += Counts{2, 30, 10, 20};
  sum += Counts{};
  EXPECT_EQ(sum, (Counts{2, 30, 10, 20}));
  sum += Counts{1, 5, 5, 5};
  EXPECT_EQ(sum, (Counts{3, 35, 5, 20}));
}

TEST(SnapshotTest, TheMeanIsRounded) {
  EXPECT_EQ(Counts{}.meanNs(), 0u);
  EXPECT_EQ((Counts{2, 5, 0, 0}).meanNs(), 3u);
  EXPECT_EQ((Counts{3, 7, 0, 0}).meanNs(), 2u);
  EXPECT_EQ((Counts{1, 18446744073709551615u, 0, 0}).meanNs(),
            18446744073709551615u);
}

TEST(SnapshotTest, TheMeanIsOfTheCallsThatTheTimeStandsFor) {
  EXPECT_EQ((Counts{10, 100, 0, 0, 5}).meanNs(), 20u);
  EXPECT_EQ((Counts{10, 120, 0, 0, -2}).meanNs(), 10u);
  EXPECT_EQ((Counts{10, 0, 0, 0, 10}).meanNs(), 0u);
  Counts sum{10, 0, 0, 0, 10}; // no call of it was timed
  sum += Counts{2, 30, 10, 20};
  EXPECT_EQ(sum, (Counts{12, 30, 10, 20, 10}));
  sum += Counts{1, 0, 0, 0, 1};
  EXPECT_EQ(sum, (Counts{13, 30, 10, 20, 11}));
}

TEST(SnapshotTest, AFileThatIsNoSegmentIsNamedInTheError) {
  const TempDir dir;
  const std::string path =
      dir.write("foreign.1.2.spile", std::string(100000, 'x'));
  const auto snapshot = readSnapshot(path);
  ASSERT_FALSE(snapshot.ok());
  EXPECT_EQ(snapshot.error().code, EINVAL);
  EXPECT_TRUE(snapshot.error().message.starts_with(path + ": "));
  EXPECT_GT(snapshot.error().message.size(), path.size() + 2);
  EXPECT_EQ(readProcess(path).error().code, EINVAL);
}

TEST(SnapshotTest, AMissingFileIsAnError) {
  const auto process = readProcess("/nonexistent/a.1.2.spile");
  ASSERT_FALSE(process.ok());
  EXPECT_EQ(process.error().code, ENOENT);
}

TEST(SnapshotTest, TheDirectoryIsTheEnvironments) {
  setenv("SPILE_DIR", "/some/where", 1);
  EXPECT_EQ(defaultSegmentDir().value(), "/some/where");
}

} // namespace
} // namespace spile::view
