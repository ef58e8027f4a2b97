#include "run.h"

extern "C" {
#include "report.h"
}

#include <gtest/gtest.h>
#include <regex>
#include <sys/stat.h>

using namespace spile_test;

namespace {

struct Sample {
  spile_site_info Sites[2] = {{"mk_session_create", "a.c", "m", 1, 1},
                              {"mk_session_get", "a.c", "m", 2, 1}};
  spile_worker_info Workers[4] = {{SPILE_WORKER_LIVE, 29985, 1, "w"},
                                  {SPILE_WORKER_EXITED, 7, 1, "idle"},
                                  {SPILE_WORKER_FOLDED, 0, 12, ""},
                                  {SPILE_WORKER_POOLED, 0, 3, ""}};
  spile_counts Counts[8] = {{45, 1325119, 1, 1000000, 45},
                            {225, 196260, 1, 10000, 225},
                            {0, 0, 0, 0, 0},
                            {0, 0, 0, 0, 0},
                            {1, 2, 2, 2, 1},
                            {0, 0, 0, 0, 0},
                            {3, 4, 1, 2, 3},
                            {0, 0, 0, 0, 0}};
  spile_snapshot Snapshot = {{}, 2, 4, Sites, Workers, Counts};

  std::string print(const spile_report_ops &Ops) {
    char *Text = nullptr;
    size_t Size = 0;
    FILE *To = open_memstream(&Text, &Size);
    spile_report_write(&Ops, To, &Snapshot);
    fclose(To);
    std::string Result(Text, Size);
    free(Text);
    return Result;
  }
};

TEST(Report, TheTableThatPeopleKnow) {
  Sample S;
  S.Snapshot.worker_count = 1;
  EXPECT_EQ(
      S.print(spile_report_text),
      "Stat info for worker: 29985\n"
      "mk_session_create        :       45 times:   1325119 nanoseconds\n"
      "mk_session_get           :      225 times:    196260 nanoseconds\n");
}

TEST(Report, IdleWorkersAreLeftOutAndSumsHaveTitles) {
  Sample S;
  std::string Text = S.print(spile_report_text);
  EXPECT_EQ(Text.find("worker: 7\n"), std::string::npos);
  EXPECT_NE(Text.find("\n\nStat info for exited workers: 12\n"),
            std::string::npos);
  EXPECT_NE(Text.find("\n\nStat info for pooled workers: 3\n"),
            std::string::npos);
}

TEST(Report, AnIdleWorkerIsShownIfItIsAlone) {
  Sample S;
  S.Snapshot.workers = S.Workers + 1;
  S.Snapshot.counts = S.Counts + 2;
  S.Snapshot.worker_count = 1;
  EXPECT_EQ(S.print(spile_report_text).find("Stat info for worker: 7\n"), 0u);
}

TEST(Report, TheNullReportIsEmpty) {
  EXPECT_EQ(Sample().print(spile_report_null), "");
}

TEST(Report, OnStderrAtTheEnd) {
  Place P;
  P.Environment["SPILE_REPORT"] = "stderr";
  Outcome O = P.run("ways_out", {"exit"});
  EXPECT_EQ(O.Status, 5);
  EXPECT_TRUE(std::regex_search(
      O.Err,
      std::regex("^Stat info for worker: [0-9]+\n"
                 "[^]*early                    :      100 times: +[0-9]+ "
                 "nanoseconds\n")))
      << O.Err;
}

TEST(Report, IntoAFilePerProcess) {
  Place P;
  P.Environment["SPILE_REPORT"] = P.file("report.%p");
  EXPECT_EQ(P.run("forks").Status, 0);
  for (const Segment &S : P.segments()) {
    std::string Path = P.file("report." + std::to_string(S.get().process.pid));
    std::string Text = contents(Path);
    EXPECT_EQ(Text.find("Stat info for worker: "), 0u) << Path;
    struct stat About;
    ASSERT_EQ(stat(Path.c_str(), &About), 0);
    EXPECT_EQ(About.st_mode & 0777, 0600u);
  }
}

TEST(Report, IntoOneFileForAll) {
  Place P;
  P.Environment["SPILE_REPORT"] = P.file("report");
  EXPECT_EQ(P.run("forks").Status, 0);
  std::string Text = contents(P.file("report"));
  size_t Count = 0;
  for (size_t At = 0; (At = Text.find("Stat info", At)) != std::string::npos;
       ++At)
    ++Count;
  EXPECT_EQ(Count, 4u) << Text;
}

TEST(Report, AFileThatCannotBeMadeChangesNoStatus) {
  Place P;
  P.Environment["SPILE_REPORT"] = "/nonexistent/report";
  Outcome O = P.run("ways_out");
  EXPECT_EQ(O.Status, 3);
  EXPECT_EQ(O.Err, "spile: SPILE_REPORT: cannot open /nonexistent/report\n");
}

TEST(Report, NothingIsPrintedUnlessAsked) {
  Place P;
  Outcome O = P.run("ways_out");
  EXPECT_EQ(O.Err + O.Out, "");
}

} // namespace
