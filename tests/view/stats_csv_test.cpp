#include "view/stats_csv.h"

#include "sample.h"

#include <gtest/gtest.h>

namespace spile::view {
namespace {

TEST(StatsCsvTest, QuotesOnlyWhatNeedsIt) {
  EXPECT_EQ(csvField("plain name"), "plain name");
  EXPECT_EQ(csvField("f(int, int)"), "\"f(int, int)\"");
  EXPECT_EQ(csvField("operator\"\"_x"), "\"operator\"\"\"\"_x\"");
  EXPECT_EQ(csvField("a\nb"), "\"a\nb\"");
  EXPECT_EQ(csvField(""), "");
}

TEST(StatsCsvTest, ALineAWorkerAndFunction) {
  Snapshot snapshot = makeSnapshot(
      makeProcess("p,q", 9, 1), {{"f(a, b)", "a.c", "m", 3}},
      {{WorkerKind::Live, 5, 1, "w"}, {WorkerKind::Folded, 0, 2, ""}},
      {{2, 5, 1, 4}, {1, 7, 7, 7}});
  EXPECT_EQ(formatStatsCsv(mergeSnapshots({snapshot})),
            "program,pid,kind,tid,threads,worker,function,calls,total_ns,"
            "mean_ns,min_ns,max_ns,file,line,module\r\n"
            "\"p,q\",9,live,5,1,w,\"f(a, b)\",2,5,3,1,4,a.c,3,m\r\n"
            "\"p,q\",9,folded,,2,,\"f(a, b)\",1,7,7,7,7,a.c,3,m\r\n");
}

TEST(StatsCsvTest, CpuTimeIsTheLastTwoColumnsIfAskedFor) {
  Snapshot snapshot = monkey();
  snapshot.workers[0].cpu = CpuTime{5, 7};
  const std::string csv = formatStatsCsv(mergeSnapshots({snapshot}), true);
  EXPECT_NE(csv.find("line,module,cpu_ns,wait_ns\r\n"), std::string::npos);
  EXPECT_NE(csv.find("/bin/monkey,5,7\r\n"), std::string::npos);
  EXPECT_NE(csv.find("/bin/monkey,,\r\n"), std::string::npos);
}

} // namespace
} // namespace spile::view
