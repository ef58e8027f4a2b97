#include "view/stats_table.h"

#include "sample.h"

#include <gtest/gtest.h>

namespace spile::view {
namespace {

std::string table(const Snapshot &snapshot, const Arrangement &how = {},
                  const std::vector<Column> &columns = {}) {
  return formatStatsTable(arrange(mergeSnapshots({snapshot}), how), columns);
}

TEST(StatsTableTest, IsTheClassicTable) {
  EXPECT_EQ(
      table(monkey()),
      "Stat info for worker: 29985\n"
      "mk_session_create        :       45 times:   1325119 nanoseconds\n"
      "mk_session_get           :      225 times:    196260 nanoseconds\n"
      "\n"
      "Stat info for worker: 29986\n"
      "mk_session_create        :        0 times:         0 nanoseconds\n"
      "mk_session_get           :        1 times:        10 nanoseconds\n");
}

TEST(StatsTableTest, EveryKindOfWorkerHasItsHead) {
  Snapshot snapshot =
      makeSnapshot(makeProcess("p", 1, 1), {{"f", "a.c", "m", 1}},
                   {{WorkerKind::Exited, 5, 1, ""},
                    {WorkerKind::Folded, 0, 12, ""},
                    {WorkerKind::Pooled, 0, 3, ""}},
                   {{1, 1, 1, 1}, {1, 1, 1, 1}, {1, 1, 1, 1}});
  const std::string line =
      "f                        :        1 times:         1 nanoseconds\n";
  EXPECT_EQ(table(snapshot), "Stat info for worker: 5\n" + line +
                                 "\nStat info for exited workers: 12\n" + line +
                                 "\nStat info for pooled workers: 3\n" + line);
  Arrangement sum;
  sum.sum = true;
  EXPECT_EQ(
      table(snapshot, sum),
      "Stat info for all workers: 16\n"
      "f                        :        3 times:         3 nanoseconds\n");
}

TEST(StatsTableTest, CpuTimeIsInTheHeadIfAskedFor) {
  Snapshot snapshot = monkey();
  snapshot.workers[0].cpu = CpuTime{5120000, 81000};
  const Report report = mergeSnapshots({snapshot});
  const std::string with = formatStatsTable(report, {}, true);
  EXPECT_NE(with.find("Stat info for worker: 29985  cpu: 5120000 nanoseconds  "
                      "waited: 81000 nanoseconds\n"),
            std::string::npos);
  EXPECT_NE(with.find("Stat info for worker: 29986  cpu: -  waited: -\n"),
            std::string::npos);
  EXPECT_EQ(formatStatsTable(report, {}).find("cpu"), std::string::npos);
}

TEST(StatsTableTest, ALongNameWidensTheColumnOfTheWholeTable) {
  Snapshot snapshot = makeSnapshot(
      makeProcess("p", 1, 1),
      {{"f", "a.c", "m", 1}, {"ns::Cache<std::string>::find()", "a.c", "m", 2}},
      {{WorkerKind::Live, 5, 1, ""}},
      {{1, 2, 1, 1}, {123456789, 12345678901, 1, 1}});
  EXPECT_EQ(
      table(snapshot),
      "Stat info for worker: 5\n"
      "f                              :        1 times:         2 nanoseconds\n"
      "ns::Cache<std::string>::find() : 123456789 times: 12345678901 "
      "nanoseconds\n");
}

TEST(StatsTableTest, ANameOf24ColumnsFitsTheClassicWidth) {
  Snapshot snapshot = makeSnapshot(
      makeProcess("p", 1, 1), {{"größe_______________24ab", "a.c", "m", 1}},
      {{WorkerKind::Live, 5, 1, ""}}, {{1, 2, 1, 1}});
  EXPECT_EQ(
      table(snapshot),
      "Stat info for worker: 5\n"
      "größe_______________24ab :        1 times:         2 nanoseconds\n");
}

TEST(StatsTableTest, AddsTheColumnsThatWereAskedForInThatOrder) {
  Arrangement first;
  first.workers = {29985};
  EXPECT_EQ(table(monkey(), first,
                  {Column::Max, Column::Mean, Column::File, Column::Line}),
            "Stat info for worker: 29985\n"
            "mk_session_create        :       45 times:   1325119 nanoseconds"
            "  max: 50000  mean: 29447  src/session.c:40\n"
            "mk_session_get           :      225 times:    196260 nanoseconds"
            "  max:  9000  mean:   872  src/session.c:90\n");
  EXPECT_EQ(table(monkey(), first, {Column::Line, Column::Min, Column::Min}),
            "Stat info for worker: 29985\n"
            "mk_session_create        :       45 times:   1325119 nanoseconds"
            "  line: 40  min: 20000\n"
            "mk_session_get           :      225 times:    196260 nanoseconds"
            "  line: 90  min:   400\n");
}

TEST(StatsTableTest, FilesAreAlignedAndLinesEndWithoutBlanks) {
  Snapshot snapshot = makeSnapshot(
      makeProcess("p", 1, 1), {{"f", "a.c", "m", 1}, {"g", "longer.c", "m", 2}},
      {{WorkerKind::Live, 5, 1, ""}}, {{1, 2, 2, 2}, {1, 2, 2, 2}});
  EXPECT_EQ(table(snapshot, {}, {Column::File, Column::Min}),
            "Stat info for worker: 5\n"
            "f                        :        1 times:         2 nanoseconds"
            "  a.c       min: 2\n"
            "g                        :        1 times:         2 nanoseconds"
            "  longer.c  min: 2\n");
  EXPECT_EQ(table(snapshot, {}, {Column::File}).find(" \n"), std::string::npos);
}

TEST(StatsTableTest, ControlCharactersOfNamesAreNotWritten) {
  Snapshot snapshot =
      makeSnapshot(makeProcess("p", 1, 1), {{"\x1b[2J", "\x1b.c", "m", 1}},
                   {{WorkerKind::Live, 5, 1, ""}}, {{1, 2, 2, 2}});
  EXPECT_EQ(table(snapshot, {}, {Column::File}).find('\x1b'),
            std::string::npos);
}

} // namespace
} // namespace spile::view
