#include "tool/temporary_file.h"
#include <gtest/gtest.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <sys/stat.h>
#include <unistd.h>

namespace spile {
namespace {

class TemporaryFileTest : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("spile-test", Made));
    Folder = (Made + "/100%").str();
    ASSERT_FALSE(llvm::sys::fs::create_directory(Folder));
  }
  void TearDown() override { llvm::sys::fs::remove_directories(Made); }

  std::string content(const std::string &Path) {
    auto Buffer = llvm::MemoryBuffer::getFile(Path);
    return Buffer ? (*Buffer)->getBuffer().str() : "missing";
  }
  size_t files() {
    std::error_code Error;
    size_t Count = 0;
    for (llvm::sys::fs::directory_iterator At(Folder, Error), End; At != End;
         At.increment(Error))
      ++Count;
    return Count;
  }

  llvm::SmallString<128> Made;
  std::string Folder; // its name has a '%'
};

TEST_F(TemporaryFileTest, LiesBesideItsModelAndIsNew) {
  auto One = makeTemporary(Folder + "/a.c.");
  auto Two = makeTemporary(Folder + "/a.c.");
  ASSERT_TRUE(bool(One)) << llvm::toString(One.takeError());
  ASSERT_TRUE(bool(Two)) << llvm::toString(Two.takeError());
  EXPECT_NE(One->Path, Two->Path);
  EXPECT_TRUE(llvm::StringRef(One->Path).starts_with(Folder + "/a.c."));
  EXPECT_EQ(files(), 2u);
  close(One->Fd);
  close(Two->Fd);
}

TEST_F(TemporaryFileTest, ReplacesAndKeepsTheMode) {
  std::string Path = Folder + "/a.d";
  ASSERT_FALSE(bool(replaceFile(Path, "old")));
  EXPECT_EQ(chmod(Path.c_str(), 0640), 0);
  ASSERT_FALSE(bool(replaceFile(Path, "new")));
  EXPECT_EQ(content(Path), "new");
  struct stat About;
  ASSERT_EQ(stat(Path.c_str(), &About), 0);
  EXPECT_EQ(About.st_mode & 07777, 0640u);
  EXPECT_EQ(files(), 1u);
}

TEST_F(TemporaryFileTest, LeavesNothingWhereItFails) {
  std::string Path = Folder + "/taken";
  ASSERT_FALSE(llvm::sys::fs::create_directory(Path));
  std::string Said = llvm::toString(replaceFile(Path, "text"));
  EXPECT_NE(Said.find(Path), std::string::npos) << Said;
  EXPECT_EQ(files(), 1u);
  EXPECT_NE(llvm::toString(replaceFile(Folder + "/no/a.c", "text")), "");
}

} // namespace
} // namespace spile
