#include "tool/strip_file_system.h"
#include <gtest/gtest.h>
#include <llvm/Support/MemoryBuffer.h>

namespace spile {
namespace {

class StripFiles : public testing::Test {
protected:
  StripFiles() {
    auto Memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
    auto Add = [&](const char *Path, const char *Text) {
      Memory->addFile(Path, 0, llvm::MemoryBuffer::getMemBuffer(Text));
    };
    Add("/plain.c", "int x;\n");
    Add("/timed.c",
        "#include <spile/scope.h>\nint f() { SPILE_SCOPE(\"f\");}\n");
    Files = llvm::makeIntrusiveRefCnt<StripFileSystem>(Memory);
    Files->setCurrentWorkingDirectory("/");
  }

  std::string read(const char *Path) {
    auto Text = Files->getBufferForFile(Path);
    return Text ? (*Text)->getBuffer().str() : "?";
  }

  llvm::IntrusiveRefCntPtr<StripFileSystem> Files;
};

TEST_F(StripFiles, ShowsTheOriginalWithItsSize) {
  EXPECT_EQ(read("/timed.c"), "\nint f() {}\n");
  EXPECT_EQ(Files->status("/timed.c")->getSize(), strlen("\nint f() {}\n"));
}

TEST_F(StripFiles, KeepsWhatIsOnDisk) {
  read("timed.c");
  ASSERT_NE(Files->onDisk("/timed.c"), nullptr);
  EXPECT_EQ(*Files->onDisk("/timed.c"),
            "#include <spile/scope.h>\nint f() { SPILE_SCOPE(\"f\");}\n");
}

TEST_F(StripFiles, PassesOtherFilesOn) {
  EXPECT_EQ(read("/plain.c"), "int x;\n");
  EXPECT_EQ(Files->onDisk("/plain.c"), nullptr);
  EXPECT_FALSE(Files->status("/none.c"));
}

} // namespace
} // namespace spile
