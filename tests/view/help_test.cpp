#include "view/help.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>

namespace spile::view {
namespace {

TEST(HelpTest, EachPageFitsAScreenAndHasAnExample) {
  for (const char *command : {"", "list", "stats", "top", "ctl", "clean"}) {
    const std::string page(helpFor(command));
    EXPECT_LE(std::ranges::count(page, '\n'), 24) << command;
    EXPECT_NE(page.find("Example"), std::string::npos) << command;
    std::istringstream lines(page);
    for (std::string line; std::getline(lines, line);)
      EXPECT_LE(line.size(), 80u) << line;
  }
}

TEST(HelpTest, EachOptionIsDescribed) {
  for (const char *option :
       {"--total", "--worker", "--functions", "--all", "--processes", "--sort",
        "--limit", "--columns", "--cpu", "--json", "--csv", "--dir", "--help"})
    EXPECT_NE(helpFor("stats").find(option), std::string_view::npos) << option;
  for (const char *option :
       {"--once", "--interval", "--count", "--workers", "--sort", "--reverse",
        "--functions", "--limit", "--all", "--dir", "--help"})
    EXPECT_NE(helpFor("top").find(option), std::string_view::npos) << option;
  for (const char *option :
       {"--file", "--module", "--all", "--json", "--dir", "--help"})
    EXPECT_NE(helpFor("ctl").find(option), std::string_view::npos) << option;
  for (const char *option : {"--paths", "--json", "--dir", "--help"})
    EXPECT_NE(helpFor("list").find(option), std::string_view::npos) << option;
  for (const char *option :
       {"--dry-run", "--older-than", "--force", "--dir", "--help"})
    EXPECT_NE(helpFor("clean").find(option), std::string_view::npos) << option;
}

} // namespace
} // namespace spile::view
