#include "matchers/config.h"
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace spile {
namespace {

namespace fs = std::filesystem;

class FindConfig : public ::testing::Test {
protected:
  void SetUp() override {
    std::string Template =
        (fs::temp_directory_path() / "spile-lookup-XXXXXX").string();
    ASSERT_NE(mkdtemp(Template.data()), nullptr);
    Folder = fs::canonical(Template);
    fs::create_directories(Folder / "a" / "b");
  }
  void TearDown() override { fs::remove_all(Folder); }
  void put(const fs::path &Path) { std::ofstream(Folder / Path) << "\n"; }

  fs::path Folder;
};

TEST_F(FindConfig, TakesTheNearest) {
  put(".spile.yaml");
  put("a/.spile.yaml");
  EXPECT_EQ(findConfig((Folder / "a/b/x.c").string()),
            (Folder / "a/.spile.yaml").string());
  EXPECT_EQ(findConfig((Folder / "x.c").string()),
            (Folder / ".spile.yaml").string());
  EXPECT_EQ(findConfig((Folder / "a/b/../../x.c").string()),
            (Folder / ".spile.yaml").string());
}

TEST_F(FindConfig, AFolderOfThatNameIsNone) {
  put(".spile.yaml");
  fs::create_directory(Folder / "a/.spile.yaml");
  EXPECT_EQ(findConfig((Folder / "a/x.c").string()),
            (Folder / ".spile.yaml").string());
}

TEST_F(FindConfig, NoneIsNone) {
  for (fs::path Up = Folder; Up != Up.parent_path(); Up = Up.parent_path())
    if (fs::exists(Up / ".spile.yaml"))
      GTEST_SKIP() << "there is a .spile.yaml above the temporary folder";
  EXPECT_EQ(findConfig((Folder / "a/x.c").string()), std::nullopt);
}

} // namespace
} // namespace spile
