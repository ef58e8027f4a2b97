#include "view/segment_dir.h"

#include "temp_dir.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <filesystem>

namespace spile::view {
namespace {

TEST(SegmentDirTest, NamesHaveThreePartsAndTheSuffix) {
  EXPECT_EQ(parseSegmentName("nginx.71.123.spile"), (SegmentName{"nginx", 71}));
  EXPECT_EQ(parseSegmentName("a.b.c.71.123.spile"), (SegmentName{"a.b.c", 71}));
  for (const char *other :
       {"", ".spile", "nginx.spile", "nginx.71.spile", "71.123.spile",
        ".71.123.spile", "nginx.71.123", "nginx.71.123.spile~",
        "nginx.x.123.spile", "nginx.0.123.spile", "nginx.71.x.spile",
        "nginx.-1.123.spile", "nginx.71..spile"})
    EXPECT_FALSE(parseSegmentName(other)) << other;
}

TEST(SegmentDirTest, AMissingDirectoryIsEmpty) {
  const TempDir dir;
  const auto listing = listSegments(dir.path + "/none");
  ASSERT_TRUE(listing.ok());
  EXPECT_TRUE(listing.value().processes.empty());
  EXPECT_TRUE(listing.value().bad.empty());
}

TEST(SegmentDirTest, AFileInsteadOfADirectoryIsAnError) {
  const TempDir dir;
  dir.write("file", "x");
  const auto listing = listSegments(dir.path + "/file");
  ASSERT_FALSE(listing.ok());
  EXPECT_EQ(listing.error().code, ENOTDIR);
  EXPECT_EQ(listing.error().message, dir.path + "/file: Not a directory");
}

TEST(SegmentDirTest, OnlyRegularFilesWithTheSuffixAreLookedAt) {
  const TempDir dir;
  dir.write("foreign.1.2.spile", "no segment");
  dir.write("notes.txt", "no segment");
  std::filesystem::create_directory(dir.path + "/dir.1.2.spile");
  std::filesystem::create_symlink("/etc/passwd", dir.path + "/link.1.2.spile");
  const auto listing = listSegments(dir.path);
  ASSERT_TRUE(listing.ok());
  EXPECT_TRUE(listing.value().processes.empty());
  ASSERT_EQ(listing.value().bad.size(), 1u);
  EXPECT_EQ(listing.value().bad[0].path, dir.path + "/foreign.1.2.spile");
}

} // namespace
} // namespace spile::view
