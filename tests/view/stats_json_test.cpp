#include "view/stats_json.h"

#include "sample.h"

#include <gtest/gtest.h>

namespace spile::view {
namespace {

TEST(StatsJsonTest, IsExactlyTheDocumentedDocument) {
  Arrangement how;
  how.workers = {29985};
  how.functions = "*create";
  EXPECT_EQ(
      formatStatsJson(arrange(mergeSnapshots({monkey()}), how)),
      "{\n"
      "  \"version\": 1,\n"
      "  \"processes\": [\n"
      "    {\"pid\": 29980, \"state\": \"running\", \"name\": \"monkey\", "
      "\"exe\": \"/usr/sbin/monkey\", \"segment\": "
      "\"/run/monkey.29980.1.spile\", \"clock\": \"tsc\", \"started\": "
      "\"1970-01-01T00:01:40Z\", \"started_ns\": 100000000000, \"ended_ns\": "
      "null, \"functions\": 3, \"workers\": 2, \"dropped_functions\": 0, "
      "\"pooled_threads\": 0}\n"
      "  ],\n"
      "  \"workers\": [\n"
      "    {\"pid\": 29980, \"kind\": \"live\", \"tid\": 29985, \"threads\": "
      "1, "
      "\"name\": \"monkey: wrk/0\", \"functions\": [\n"
      "      {\"name\": \"mk_session_create\", \"calls\": 45, \"total_ns\": "
      "1325119, \"mean_ns\": 29447, \"min_ns\": 20000, \"max_ns\": 50000, "
      "\"file\": \"src/session.c\", \"line\": 40, \"module\": "
      "\"/bin/monkey\"}\n"
      "    ]}\n"
      "  ]\n"
      "}\n");
}

TEST(StatsJsonTest, NothingIsStillADocument) {
  EXPECT_EQ(
      formatStatsJson({}),
      "{\n  \"version\": 1,\n  \"processes\": [],\n  \"workers\": []\n}\n");
}

TEST(StatsJsonTest, ASumHasNoTid) {
  Arrangement how;
  how.sum = true;
  EXPECT_NE(formatStatsJson(arrange(mergeSnapshots({monkey(), monkey()}), how))
                .find("{\"pid\": null, \"kind\": \"all\", \"tid\": null, "
                      "\"threads\": 4,"),
            std::string::npos);
}

TEST(StatsJsonTest, LargeNumbersStayIntegers) {
  Snapshot snapshot = makeSnapshot(makeProcess("p", 1, 1), {{"f", "a", "m", 1}},
                                   {{WorkerKind::Live, 5, 1, ""}},
                                   {{1, 18446744073709551615u, 1, 1}});
  EXPECT_NE(formatStatsJson(mergeSnapshots({snapshot}))
                .find("\"total_ns\": 18446744073709551615,"),
            std::string::npos);
}

TEST(StatsJsonTest, CpuTimeIfAskedFor) {
  Snapshot snapshot = monkey();
  snapshot.workers[0].cpu = CpuTime{5, 7};
  const Report report = mergeSnapshots({snapshot});
  const std::string json = formatStatsJson(report, true);
  EXPECT_NE(json.find("\"cpu_ns\": 5, \"wait_ns\": 7, \"functions\""),
            std::string::npos);
  EXPECT_NE(json.find("\"cpu_ns\": null, \"wait_ns\": null, \"functions\""),
            std::string::npos);
  EXPECT_EQ(formatStatsJson(report).find("cpu_ns"), std::string::npos);
}

} // namespace
} // namespace spile::view
