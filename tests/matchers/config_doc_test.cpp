// docs/config.md: every example is read without an error, every key and every
// reason is there.
#include "matchers/config.h"
#include "matchers/obstacle.h"
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace spile {
namespace {

std::string page() {
  std::ifstream In(SPILE_CONFIG_DOC);
  std::stringstream Text;
  Text << In.rdbuf();
  return Text.str();
}

std::vector<std::string> examples(const std::string &Page) {
  std::vector<std::string> All;
  const std::string Fence = "```yaml\n";
  for (size_t At = Page.find(Fence); At != std::string::npos;
       At = Page.find(Fence, At)) {
    At += Fence.size();
    All.push_back(Page.substr(At, Page.find("```", At) - At));
  }
  return All;
}

TEST(ConfigDoc, EveryExampleIsValid) {
  const auto All = examples(page());
  ASSERT_GE(All.size(), 10u);
  for (const std::string &Text : All) {
    Diagnostics Out;
    EXPECT_TRUE(parseConfig(Text, "/p/.spile.yaml", Out)) << Text;
    for (const Diagnostic &D : Out)
      ADD_FAILURE() << toString(D) << "\n" << Text;
  }
}

TEST(ConfigDoc, EveryKeyAndReasonIsThere) {
  const std::string Page = page();
  for (const char *Key : {"provider", "clock", "headers", "lambdas", "strict",
                          "exclude", "instrument", "functions", "except",
                          "files", "min-statements", "matcher", "probes"})
    EXPECT_NE(Page.find(std::string("`") + Key + "`"), std::string::npos)
        << Key;
  for (unsigned I = 0; I < ObstacleCount; ++I)
    EXPECT_NE(Page.find(std::string(toString(Obstacle(I)))), std::string::npos)
        << toString(Obstacle(I));
}

} // namespace
} // namespace spile
