#include "tool/write_output.h"
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace spile {
namespace {

namespace fs = std::filesystem;

class WriteOutput : public testing::Test {
protected:
  void SetUp() override {
    std::string Model =
        (fs::temp_directory_path() / "spile-test-XXXXXX").string();
    ASSERT_NE(mkdtemp(Model.data()), nullptr);
    Dir = Model;
  }
  void TearDown() override { fs::remove_all(Dir); }

  std::string path(const char *Name) const { return Dir / Name; }
  void put(const char *Name, const std::string &Text) const {
    std::ofstream(Dir / Name, std::ios::binary) << Text;
  }
  std::string get(const char *Name) const {
    std::ifstream In(Dir / Name, std::ios::binary);
    return {std::istreambuf_iterator<char>(In), {}};
  }
  size_t files() const {
    return static_cast<size_t>(
        std::distance(fs::directory_iterator(Dir), fs::directory_iterator()));
  }

  fs::path Dir;
};

std::string failure(llvm::Error E) { return llvm::toString(std::move(E)); }

TEST_F(WriteOutput, ReplacesAFileAndKeepsItsMode) {
  put("a.c", "old");
  chmod(path("a.c").c_str(), 0604);
  EXPECT_EQ(failure(writeWhole(path("a.c"), "new", "old")), "");
  EXPECT_EQ(get("a.c"), "new");
  struct stat Stat;
  ASSERT_EQ(stat(path("a.c").c_str(), &Stat), 0);
  EXPECT_EQ(Stat.st_mode & 07777u, 0604u);
  EXPECT_EQ(files(), 1u);
}

TEST_F(WriteOutput, RefusesAFileThatChanged) {
  put("a.c", "someone's work");
  EXPECT_EQ(failure(writeWhole(path("a.c"), "new", "old")),
            path("a.c") + ": changed since it was read; left as it is");
  EXPECT_EQ(get("a.c"), "someone's work");
  EXPECT_EQ(files(), 1u);
}

TEST_F(WriteOutput, RefusesAFileThatIsGone) {
  EXPECT_NE(failure(writeWhole(path("a.c"), "new", "old")), "");
  EXPECT_EQ(files(), 0u);
}

TEST_F(WriteOutput, WritesThroughALink) {
  put("real.c", "old");
  ASSERT_EQ(symlink("real.c", path("a.c").c_str()), 0);
  EXPECT_EQ(failure(writeWhole(path("a.c"), "new", "old")), "");
  EXPECT_TRUE(fs::is_symlink(path("a.c")));
  EXPECT_EQ(get("real.c"), "new");
}

TEST_F(WriteOutput, SaysWhenTheFolderIsMissing) {
  EXPECT_NE(failure(writeWhole(path("no/a.c"), "new")).find("no/a.c"),
            std::string::npos);
}

TEST_F(WriteOutput, MirroredMakesFoldersAndTakesTheMode) {
  put("a.c", "text");
  chmod(path("a.c").c_str(), 0700);
  EXPECT_EQ(failure(writeMirrored(path("x/y/a.c"), "new", path("a.c"))), "");
  EXPECT_EQ(get("x/y/a.c"), "new");
  struct stat Stat;
  ASSERT_EQ(stat(path("x/y/a.c").c_str(), &Stat), 0);
  EXPECT_EQ(Stat.st_mode & 07777u, 0700u);
}

TEST_F(WriteOutput, MirroredLeavesAnEqualFileAlone) {
  put("a.c", "text");
  put("b.c", "text");
  auto Before = fs::last_write_time(path("b.c"));
  fs::last_write_time(path("b.c"), Before - std::chrono::hours(1));
  Before = fs::last_write_time(path("b.c"));
  EXPECT_EQ(failure(writeMirrored(path("b.c"), "text", path("a.c"))), "");
  EXPECT_EQ(fs::last_write_time(path("b.c")), Before);
}

} // namespace
} // namespace spile
