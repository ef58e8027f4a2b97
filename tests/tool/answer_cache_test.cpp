#include "tool/answer_cache.h"
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace spile {
namespace {

using testing::ElementsAre;
using testing::Optional;

class AnswerCache : public testing::Test {
protected:
  AnswerCache()
      : Folder(testing::TempDir() + "spile-cache-" + std::to_string(getpid())) {
    setenv("XDG_CACHE_HOME", Folder.c_str(), 1);
  }
  ~AnswerCache() override {
    std::filesystem::remove_all(Folder);
    unsetenv("XDG_CACHE_HOME");
  }
  std::string fileOf(const std::string &Key) const {
    return Folder + "/spile/" + hashName(Key);
  }
  const std::string Folder;
};

TEST_F(AnswerCache, RoundTrip) {
  EXPECT_EQ(loadAnswer("k"), std::nullopt);
  storeAnswer("k", {"a", "", "b\nc"});
  EXPECT_THAT(loadAnswer("k"), Optional(ElementsAre("a", "", "b\nc")));
  EXPECT_EQ(loadAnswer("other"), std::nullopt);
}

TEST_F(AnswerCache, NothingIsLeftBesideTheEntry) {
  storeAnswer("k", {"a"});
  EXPECT_EQ(
      std::distance(std::filesystem::directory_iterator(Folder + "/spile"),
                    std::filesystem::directory_iterator()),
      1);
}

TEST_F(AnswerCache, DamagedEntriesAreNoAnswers) {
  storeAnswer("k", {"answer", "second"});
  std::ifstream In(fileOf("k"));
  std::string Whole((std::istreambuf_iterator<char>(In)), {});
  for (size_t Size = 0; Size < Whole.size(); ++Size) {
    std::ofstream(fileOf("k")) << Whole.substr(0, Size);
    EXPECT_EQ(loadAnswer("k"), std::nullopt) << Size;
  }
  std::ofstream(fileOf("k")) << Whole << "more";
  EXPECT_EQ(loadAnswer("k"), std::nullopt);
}

TEST_F(AnswerCache, AnotherKeyInTheFileIsNoAnswer) {
  storeAnswer("k", {"a"});
  std::filesystem::copy_file(fileOf("k"), fileOf("j"));
  EXPECT_EQ(loadAnswer("j"), std::nullopt);
}

TEST_F(AnswerCache, NoPlaceNoCache) {
  std::string Home = getenv("HOME") ? getenv("HOME") : "";
  unsetenv("XDG_CACHE_HOME");
  unsetenv("HOME");
  storeAnswer("k", {"a"});
  EXPECT_EQ(loadAnswer("k"), std::nullopt);
  EXPECT_EQ(answerFolder(), "");
  setenv("HOME", Home.c_str(), 1);
}

} // namespace
} // namespace spile
