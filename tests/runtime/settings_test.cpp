extern "C" {
#include "settings.h"
}
#include "run.h"

#include <gtest/gtest.h>

using namespace spile_test;

namespace {

std::map<std::string, std::string> Variables;

const char *lookup(const char *Name) {
  auto Found = Variables.find(Name);
  return Found == Variables.end() ? nullptr : Found->second.c_str();
}

spile_settings read(std::map<std::string, std::string> From) {
  Variables = std::move(From);
  spile_settings Settings;
  spile_settings_read(&Settings, lookup);
  return Settings;
}

TEST(Settings, Defaults) {
  spile_settings S = read({});
  EXPECT_FALSE(S.off);
  EXPECT_EQ(S.clock, spile_clock(0));
  EXPECT_EQ(S.max_sites, 131072u);
  EXPECT_EQ(S.max_workers, 1024u);
  EXPECT_EQ(S.keep, 256u);
  EXPECT_STREQ(S.report, "");
}

TEST(Settings, Values) {
  spile_settings S = read({{"SPILE", "off"},
                           {"SPILE_CLOCK", "thread-cpu"},
                           {"SPILE_MAX_SITES", "5"},
                           {"SPILE_MAX_WORKERS", "65536"},
                           {"SPILE_KEEP", "1"},
                           {"SPILE_REPORT", "stderr"}});
  EXPECT_TRUE(S.off);
  EXPECT_EQ(S.clock, SPILE_CLOCK_THREAD_CPU);
  EXPECT_EQ(S.max_sites, 5u);
  EXPECT_EQ(S.max_workers, 65536u);
  EXPECT_EQ(S.keep, 1u);
  EXPECT_STREQ(S.report, "stderr");
}

TEST(Settings, TheFirstModeOfSites) {
  EXPECT_EQ(read({{"SPILE", "on"}}).counts, 0);
  EXPECT_EQ(read({{"SPILE", "count"}}).counts, 4);
  EXPECT_EQ(read({{"SPILE", "1/2"}}).counts, 5);
  EXPECT_EQ(read({{"SPILE", "1/65536"}}).counts, 20);
  for (const char *Bad : {"1/", "1/1", "1/3", "1/131072", "1/64x", "2/64",
                          "1/18446744073709551618"})
    EXPECT_EQ(read({{"SPILE", Bad}}).counts, 0) << Bad;
}

TEST(Settings, BadValuesGetOneLineAndTheDefault) {
  struct {
    const char *Name, *Value, *Line;
  } const All[] = {
      {"SPILE", "maybe",
       "spile: SPILE: bad value, ignored; expected on, off, "
       "count or 1/N, N = 2, 4, 8 ... 65536\n"},
      {"SPILE_CLOCK", "sundial",
       "spile: SPILE_CLOCK: bad value, ignored; expected tsc, monotonic or "
       "thread-cpu\n"},
      {"SPILE_MAX_WORKERS", "0",
       "spile: SPILE_MAX_WORKERS: bad value, ignored; expected 1 to 65536\n"},
      {"SPILE_MAX_WORKERS", "65537",
       "spile: SPILE_MAX_WORKERS: bad value, ignored; expected 1 to 65536\n"},
      {"SPILE_MAX_SITES", "12x",
       "spile: SPILE_MAX_SITES: bad value, ignored; expected 1 to 1048576\n"},
      {"SPILE_KEEP", "99999999999999999999999999",
       "spile: SPILE_KEEP: bad value, ignored; expected 1 to 1048576\n"},
  };
  for (const auto &One : All) {
    Place P;
    P.Environment[One.Name] = One.Value;
    Outcome O = P.run("ways_out");
    EXPECT_EQ(O.Status, 3);
    EXPECT_EQ(O.Err, One.Line);
    EXPECT_EQ(P.segment().calls("early"), 100u);
  }
}

} // namespace
