#include "view/list.h"

#include "sample.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

namespace spile::view {
namespace {

std::vector<Process> two() {
  setenv("TZ", "UTC", 1);
  tzset();
  std::vector<Process> all = {
      makeProcess("nginx", 1234567, 1000000000),
      makeProcess("redis-server", 8, 0, ProcessState::Exited, 7)};
  all[0].workers = 4;
  all[0].functions = 1517;
  return all;
}

TEST(ListTest, ALineAProcess) {
  EXPECT_EQ(formatList(two(), false),
            "PID      STATE    STARTED              WORKERS  FUNCTIONS  NAME\n"
            "1234567  running  2001-09-09T01:46:40        4       1517  nginx\n"
            "8        exited   1970-01-01T00:00:00        0          0  "
            "redis-server\n");
}

TEST(ListTest, PathsAreAColumnOfTheirOwn) {
  EXPECT_EQ(formatList(two(), true),
            "PID      STATE    STARTED              WORKERS  FUNCTIONS  NAME"
            "          SEGMENT\n"
            "1234567  running  2001-09-09T01:46:40        4       1517  nginx"
            "         /run/nginx.1234567.1.spile\n"
            "8        exited   1970-01-01T00:00:00        0          0  "
            "redis-server  /run/redis-server.8.1.spile\n");
}

TEST(ListTest, JsonTellsTheEndOnlyWhereItIsKnown) {
  const std::string json = formatListJson(two());
  EXPECT_EQ(json.substr(0, json.find("{\"pid\"")),
            "{\n  \"version\": 1,\n  \"processes\": [\n    ");
  EXPECT_NE(json.find("\"state\": \"exited\", \"name\": \"redis-server\""),
            std::string::npos);
  EXPECT_NE(json.find("\"ended_ns\": 7000000000,"), std::string::npos);
  EXPECT_NE(json.find("\"ended_ns\": null,"), std::string::npos);
  EXPECT_EQ(formatListJson({}),
            "{\n  \"version\": 1,\n  \"processes\": []\n}\n");
}

} // namespace
} // namespace spile::view
