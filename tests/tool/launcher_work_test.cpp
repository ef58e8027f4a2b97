#include "tool/launcher_work.h"
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace spile {
namespace {

class Work : public testing::Test {
protected:
  Work() : Tmp(testing::TempDir() + "spile-work-" + std::to_string(getpid())) {
    std::filesystem::create_directories(Tmp);
    setenv("TMPDIR", Tmp.c_str(), 1);
  }
  ~Work() override {
    std::filesystem::remove_all(Tmp);
    unsetenv("TMPDIR");
  }
  static std::unique_ptr<WorkFolder> make(llvm::StringRef Key) {
    auto Made = WorkFolder::make(Key);
    if (Made)
      return std::move(*Made);
    ADD_FAILURE() << llvm::toString(Made.takeError());
    return nullptr;
  }
  std::string own() const { return Tmp + "/spile-" + std::to_string(getuid()); }
  const std::string Tmp;
};

TEST_F(Work, TheSameNameForTheSameCall) {
  std::string First = make("call")->path();
  EXPECT_EQ(make("call")->path(), First);
  EXPECT_NE(make("another")->path(), First);
}

TEST_F(Work, NothingIsLeft) {
  {
    auto Folder = make("call");
    auto File = Folder->write("0/a.c", "text");
    ASSERT_TRUE(static_cast<bool>(File));
    EXPECT_EQ(*File, Folder->path() + "/0/a.c");
    EXPECT_EQ(std::filesystem::file_size(*File), 4u);
  }
  EXPECT_TRUE(std::filesystem::is_empty(own()));
}

TEST_F(Work, TheSecondOfTwoEqualCallsWaits) {
  auto First = make("call");
  std::string Path = First->path();
  std::atomic<bool> FirstIsGone = false, SawFirst = false;
  std::thread Second([&] {
    auto Folder = make("call");
    SawFirst = !FirstIsGone;
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  FirstIsGone = true;
  First.reset();
  Second.join();
  EXPECT_FALSE(SawFirst);
  EXPECT_TRUE(std::filesystem::is_empty(own()));
}

TEST_F(Work, WhatAKilledCallLeftIsRemoved) {
  std::string Path = make("call")->path();
  std::filesystem::create_directories(Path);
  std::ofstream(Path + "/old") << "x";
  EXPECT_FALSE(std::filesystem::exists(make("call")->path() + "/old"));
}

TEST_F(Work, AFolderThatOthersMayWriteIsRefused) {
  std::filesystem::create_directories(own());
  chmod(own().c_str(), 0777);
  auto Made = WorkFolder::make("call");
  ASSERT_FALSE(static_cast<bool>(Made));
  EXPECT_EQ(llvm::toString(Made.takeError()), own() + " is not ours alone");
}

} // namespace
} // namespace spile
