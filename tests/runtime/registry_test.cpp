#include "run.h"

#include <gtest/gtest.h>

using namespace spile_test;

namespace {

std::string plugin() { return programPath("libplugin.so"); }

TEST(Registry, OneTableForProgramLibraryAndPlugin) {
  Place P;
  EXPECT_EQ(P.run("host", {plugin(), "1"}).Status, 0);
  Segment S = P.segment();
  EXPECT_EQ(S.calls("host"), 1u);
  EXPECT_EQ(S.calls("module_call"), 2u);
  EXPECT_EQ(S.calls("inner"), 2u);
  EXPECT_EQ(S.calls("unlisted"), 2u);
  EXPECT_EQ(S.sites("inner"), 2) << "one in each module";
  std::vector<std::string> Modules;
  for (uint32_t I = 0; I < S.get().site_count; ++I)
    if (std::string(S.get().sites[I].name) == "inner")
      Modules.push_back(S.get().sites[I].module);
  EXPECT_EQ(Modules,
            (std::vector<std::string>{"liblinked.so", "libplugin.so"}));
}

TEST(Registry, LoadingAgainDoesNotGrow) {
  Place Once, Often;
  EXPECT_EQ(Once.run("host", {plugin(), "1"}).Status, 0);
  EXPECT_EQ(Often.run("host", {plugin(), "300"}).Status, 0);
  Segment One = Once.segment(), Many = Often.segment();
  EXPECT_EQ(Many.calls("module_call"), 301u);
  EXPECT_EQ(Many.calls("unlisted"), 301u);
  EXPECT_EQ(Many.get().site_count, One.get().site_count);
  // Equal sites are merged by the reader: the raw number has to be small too.
  spile_reader *Reader = nullptr;
  spile_process Process;
  ASSERT_EQ(spile_reader_open(Often.segmentPaths()[0].c_str(), &Reader), 0);
  EXPECT_EQ(spile_reader_process(Reader, &Process), 0);
  spile_reader_close(Reader);
  EXPECT_EQ(Process.sites, One.get().site_count);
}

TEST(Registry, TheRuntimeMayComeWithAPlugin) {
  Place P;
  Outcome O = P.run("bare_host", {plugin()});
  EXPECT_EQ(O.Status, 0) << O.Err;
  Segment S = P.segment();
  EXPECT_EQ(S.calls("module_call"), 2u);
  EXPECT_EQ(S.get().worker_count, 2u);
}

TEST(Registry, SitesThatFindNoRoomAreCountedAndHarmless) {
  Place P;
  P.Environment["SPILE_MAX_SITES"] = "2";
  EXPECT_EQ(P.run("ways_out").Status, 3);
  Segment S = P.segment();
  EXPECT_EQ(S.get().site_count, 2u);
  EXPECT_EQ(S.get().process.dropped_sites, 5u);
}

} // namespace
