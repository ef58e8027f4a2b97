extern "C" {
#include "shm_snapshot.h"
}

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace {

spile_site_info site(const char *Name, const char *File, uint32_t Line) {
  return {Name, File, "program", Line, 1};
}

TEST(SiteOrder, FilesAsTheyAppearAndFunctionsByLine) {
  std::vector<spile_site_info> Sites = {
      site("main", "z.c", 30), site("one", "z.c", 10), site("b", "a.c", 9),
      site("two", "z.c", 20), site("a", "a.c", 3)};
  std::vector<uint32_t> Index = {0, 1, 2, 3, 4, 1};
  spile_site_list List = {6, 5, Sites.data(), Index.data()};
  ASSERT_EQ(spile_site_list_order(&List), 0);
  std::string Names;
  for (const spile_site_info &S : Sites)
    Names += std::string(S.name) + " ";
  EXPECT_EQ(Names, "one two main a b ");
  EXPECT_EQ(Index, (std::vector<uint32_t>{2, 0, 4, 1, 3, 0}));
}

TEST(SiteOrder, ModulesWithOneFileNameStayApart) {
  std::vector<spile_site_info> Sites = {site("f", "a.c", 5),
                                        site("g", "a.c", 1)};
  Sites[1].module = "plugin.so";
  std::vector<uint32_t> Index = {0, 1};
  spile_site_list List = {2, 2, Sites.data(), Index.data()};
  ASSERT_EQ(spile_site_list_order(&List), 0);
  EXPECT_STREQ(Sites[0].name, "f");
}

TEST(SiteOrder, NoSites) {
  spile_site_list List = {0, 0, nullptr, nullptr};
  EXPECT_EQ(spile_site_list_order(&List), 0);
}

} // namespace
