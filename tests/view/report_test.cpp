#include "view/report.h"

#include "sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace spile::view {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::uint32_t> tids(const Report &report) {
  std::vector<std::uint32_t> all;
  for (const ReportWorker &worker : report.workers)
    all.push_back(worker.worker.tid);
  return all;
}

TEST(ReportTest, OneFunctionOfSeveralProcessesIsOneRow) {
  const Function f{"f", "a.c", "/old/lib.so", 1};
  const Function moved{"f", "a.c", "/new/lib.so", 1};
  const Function other{"f", "a.c", "/new/other.so", 1};
  const Report report = mergeSnapshots(
      {makeSnapshot(makeProcess("p", 1, 1), {f},
                    {{WorkerKind::Live, 11, 1, ""}}, {{1, 10, 10, 10}}),
       makeSnapshot(makeProcess("p", 2, 2), {other, moved},
                    {{WorkerKind::Live, 22, 1, ""}},
                    {{5, 50, 5, 20}, {2, 20, 8, 12}})});
  ASSERT_EQ(report.functions.size(), 2u);
  EXPECT_EQ(report.functions[0], f);
  ASSERT_EQ(report.workers.size(), 2u);
  EXPECT_THAT(report.workers[0].counts,
              ElementsAre(Counts{1, 10, 10, 10}, Counts{}));
  EXPECT_THAT(report.workers[1].counts,
              ElementsAre(Counts{2, 20, 8, 12}, Counts{5, 50, 5, 20}));
  EXPECT_EQ(report.workers[1].pid, 2u);
}

TEST(ReportTest, ASiteThatOneProcessHasTwiceIsSummed) {
  const Function f{"f", "a.h", "m", 1};
  const Report report = mergeSnapshots({makeSnapshot(
      makeProcess("p", 1, 1), {f, f}, {{WorkerKind::Live, 11, 1, ""}},
      {{1, 10, 10, 10}, {2, 5, 1, 4}})});
  EXPECT_THAT(report.workers[0].counts, ElementsAre(Counts{3, 15, 1, 10}));
}

TEST(ReportTest, FileOrderAndOnlyWhatWasCalledByDefault) {
  const Report report = arrange(mergeSnapshots({monkey()}), {});
  EXPECT_THAT(names(report),
              ElementsAre("mk_session_create", "mk_session_get"));
  EXPECT_THAT(report.workers[1].counts,
              ElementsAre(Counts{}, Counts{1, 10, 10, 10}));
}

TEST(ReportTest, AllPutsUncalledFunctionsLast) {
  Arrangement how;
  how.uncalled = true; // a.c would come first by file
  EXPECT_THAT(names(arrange(mergeSnapshots({monkey()}), how)),
              ElementsAre("mk_session_create", "mk_session_get", "mk_never"));
}

TEST(ReportTest, SortsByEveryKey) {
  const Report report = mergeSnapshots({makeSnapshot(
      makeProcess("p", 1, 1),
      {{"b", "z.c", "m", 1}, {"a", "a.c", "m", 9}, {"c", "a.c", "m", 2}},
      {{WorkerKind::Live, 11, 1, ""}},
      // mean: 10, 25, 20
      {{30, 300, 3, 30}, {2, 50, 20, 31}, {10, 200, 1, 99}})});
  auto order = [&](SortKey key) {
    Arrangement how;
    how.sort = key;
    return names(arrange(report, how));
  };
  EXPECT_THAT(order(SortKey::File), ElementsAre("c", "a", "b"));
  EXPECT_THAT(order(SortKey::Name), ElementsAre("a", "b", "c"));
  EXPECT_THAT(order(SortKey::Calls), ElementsAre("b", "c", "a"));
  EXPECT_THAT(order(SortKey::Total), ElementsAre("b", "c", "a"));
  EXPECT_THAT(order(SortKey::Mean), ElementsAre("a", "c", "b"));
  EXPECT_THAT(order(SortKey::Min), ElementsAre("a", "b", "c"));
  EXPECT_THAT(order(SortKey::Max), ElementsAre("c", "a", "b"));
}

TEST(ReportTest, SumsAllWorkers) {
  Arrangement how;
  how.sum = true;
  Snapshot snapshot = monkey();
  snapshot.workers[1] = {WorkerKind::Folded, 0, 5, ""};
  const Report report = arrange(mergeSnapshots({snapshot}), how);
  ASSERT_EQ(report.workers.size(), 1u);
  EXPECT_EQ(report.workers[0].worker.kind, WorkerKind::All);
  EXPECT_EQ(report.workers[0].worker.threads, 6u);
  EXPECT_EQ(report.workers[0].pid, 29980u);
  EXPECT_THAT(report.workers[0].counts,
              ElementsAre(Counts{45, 1325119, 20000, 50000},
                          Counts{226, 196270, 10, 9000}));
}

TEST(ReportTest, ASumOfSeveralProcessesHasNoPid) {
  Arrangement how;
  how.sum = true;
  EXPECT_EQ(arrange(mergeSnapshots({monkey(), monkey()}), how).workers[0].pid,
            0u);
}

TEST(ReportTest, WorkersWithoutCallsAreLeftOutUnlessAskedFor) {
  Snapshot snapshot = monkey();
  snapshot.counts[3] = {}; // the second worker's only call
  const Report merged = mergeSnapshots({snapshot});
  EXPECT_THAT(tids(arrange(merged, {})), ElementsAre(29985));
  Arrangement all;
  all.uncalled = true;
  EXPECT_THAT(tids(arrange(merged, all)), ElementsAre(29985, 29986));
  Arrangement named;
  named.workers = {29986, 29985};
  EXPECT_THAT(tids(arrange(merged, named)), ElementsAre(29985, 29986));
}

TEST(ReportTest, FiltersByGlobAndWorkerAndCuts) {
  Arrangement how;
  how.functions = "*_get";
  EXPECT_THAT(names(arrange(mergeSnapshots({monkey()}), how)),
              ElementsAre("mk_session_get"));
  how.functions = "*_set";
  EXPECT_THAT(names(arrange(mergeSnapshots({monkey()}), how)), IsEmpty());
  Arrangement worker;
  worker.workers = {29986};
  EXPECT_THAT(names(arrange(mergeSnapshots({monkey()}), worker)),
              ElementsAre("mk_session_get"));
  Arrangement first;
  first.limit = 1;
  const Report cut = arrange(mergeSnapshots({monkey()}), first);
  EXPECT_THAT(names(cut), ElementsAre("mk_session_create"));
  EXPECT_EQ(cut.workers[0].counts.size(), 1u);
}

TEST(ReportTest, TellsWhichWorkersAreMissing) {
  EXPECT_THAT(missingWorkers(mergeSnapshots({monkey()}), {29986, 1, 0}),
              ElementsAre(1, 0));
}

TEST(ReportTest, TheSumsCpuTimeIsThatOfTheThreadsThatLive) {
  Snapshot snapshot = monkey();
  Arrangement how;
  how.sum = true;
  EXPECT_FALSE(arrange(mergeSnapshots({snapshot}), how).workers[0].worker.cpu);
  snapshot.workers[1].cpu = CpuTime{3, 4};
  EXPECT_EQ(
      arrange(mergeSnapshots({snapshot, snapshot}), how).workers[0].worker.cpu,
      (CpuTime{6, 8}));
}

} // namespace
} // namespace spile::view
