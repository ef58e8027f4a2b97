#include "run.h"

extern "C" {
#include "process_facts.h"
#include "segment_dir.h"
}

#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace spile_test;

namespace {

const char *const NotPrivate =
    "spile: no segment (SPILE_DIR is not a directory that only this user can "
    "write): counters stay in memory\n";

// Whatever is wrong, the program ends as before and its report is complete.
void expectInMemory(Place &P, const std::string &Line) {
  P.Environment["SPILE_REPORT"] = P.file("report");
  Outcome O = P.run("threads", {"4", "50", "together"});
  EXPECT_EQ(O.Status, 0);
  EXPECT_EQ(O.Err, Line);
  std::string Text = contents(P.file("report"));
  size_t Count = 0;
  for (size_t At = 0;
       (At = Text.find("leaf                     :       50 times", At)) !=
       std::string::npos;
       ++At)
    ++Count;
  EXPECT_EQ(Count, 4u) << Text;
}

TEST(SegmentDir, IsMadePrivate) {
  Place P;
  EXPECT_EQ(P.run("ways_out").Status, 3);
  struct stat About;
  ASSERT_EQ(stat(P.dir().c_str(), &About), 0);
  EXPECT_EQ(About.st_mode & 0777, 0700u);
  ASSERT_EQ(stat(P.segmentPaths()[0].c_str(), &About), 0);
  EXPECT_EQ(About.st_mode & 0777, 0600u);
}

TEST(SegmentDir, ASymbolicLinkIsRefused) {
  Place P;
  std::string Target = P.file("target");
  mkdir(Target.c_str(), 0700);
  ASSERT_EQ(symlink(Target.c_str(), P.dir().c_str()), 0);
  expectInMemory(P, NotPrivate);
  EXPECT_TRUE(std::filesystem::is_empty(Target));
}

TEST(SegmentDir, OneThatOthersCanWriteIsRefused) {
  for (mode_t Mode : {0770, 0707, 0777}) {
    Place P;
    mkdir(P.dir().c_str(), 0700);
    chmod(P.dir().c_str(), Mode);
    expectInMemory(P, NotPrivate);
  }
}

TEST(SegmentDir, OneOfAnotherUserIsRefused) {
  if (geteuid() != 0)
    GTEST_SKIP() << "needs root to give a directory away";
  Place P;
  mkdir(P.dir().c_str(), 0700);
  ASSERT_EQ(chown(P.dir().c_str(), 65534, 65534), 0);
  expectInMemory(P, NotPrivate);
}

TEST(SegmentDir, OneThatCannotBeMadeIsSaid) {
  Place P;
  P.Environment["SPILE_DIR"] = P.file("a/b");
  expectInMemory(P, "spile: no segment (SPILE_DIR: no such directory): "
                    "counters stay in memory\n");
  Place Q;
  Q.Environment["SPILE_DIR"] = Q.file("stdout");
  expectInMemory(Q, NotPrivate);
}

TEST(SegmentDir, NamesAreMadeSafeAndNeverOverwritten) {
  Place P;
  char Path[512];
  int Fd =
      spile_segment_create(P.dir().c_str(), "../a b", 5, 6, Path, sizeof Path);
  ASSERT_GE(Fd, 0);
  close(Fd);
  EXPECT_EQ(std::string(Path), P.dir() + "/_._a_b.5.6.spile");
  for (const char *Again : {"/_._a_b+2.5.6.spile", "/_._a_b+3.5.6.spile"}) {
    Fd = spile_segment_create(P.dir().c_str(), "../a b", 5, 6, Path,
                              sizeof Path);
    ASSERT_GE(Fd, 0);
    close(Fd);
    EXPECT_EQ(std::string(Path), P.dir() + Again);
  }
  char Short[20];
  EXPECT_EQ(
      spile_segment_create(P.dir().c_str(), "a", 5, 6, Short, sizeof Short),
      -ENAMETOOLONG);
}

TEST(SegmentDir, WhereItIs) {
  char Out[64];
  setenv("SPILE_DIR", "/some/where", 1);
  EXPECT_EQ(spile_segment_dir(Out, sizeof Out), 0);
  EXPECT_STREQ(Out, "/some/where");
  unsetenv("SPILE_DIR");
  setenv("XDG_RUNTIME_DIR", "/run/user/7", 1);
  EXPECT_EQ(spile_segment_dir(Out, sizeof Out), 0);
  EXPECT_STREQ(Out, "/run/user/7/spile");
  EXPECT_EQ(spile_segment_dir(Out, 17), -ENAMETOOLONG);
  unsetenv("XDG_RUNTIME_DIR");
  EXPECT_EQ(spile_segment_dir(Out, sizeof Out), 0);
  EXPECT_EQ(std::string(Out), "/dev/shm/spile-" + std::to_string(geteuid()));
}

TEST(SegmentDir, TheOldestDeadAreRemovedWhenThereAreTooMany) {
  Place P;
  mkdir(P.dir().c_str(), 0700);
  for (int I = 0; I < 12; ++I) {
    std::string Path = P.dir() + "/old.4194304." + std::to_string(I) + ".spile";
    std::ofstream(Path) << "x";
    timespec Times[2] = {{1000 + I, 0}, {1000 + I, 0}};
    utimensat(AT_FDCWD, Path.c_str(), Times, 0);
  }
  std::string Alive = P.dir() + "/me." + std::to_string(getpid()) + "." +
                      std::to_string(spile_process_start(0)) + ".spile";
  std::ofstream{Alive} << "x";
  timespec Times[2] = {{1, 0}, {1, 0}};
  utimensat(AT_FDCWD, Alive.c_str(), Times, 0);
  std::string Foreign = P.dir() + "/notes.spile";
  std::ofstream{Foreign} << "x";
  EXPECT_EQ(spile_segment_prune(P.dir().c_str(), 12), 0u);
  P.Environment["SPILE_KEEP"] = "8";
  EXPECT_EQ(P.run("ways_out").Status, 3);
  EXPECT_TRUE(exists(Alive));
  EXPECT_TRUE(exists(Foreign));
  EXPECT_FALSE(exists(P.dir() + "/old.4194304.5.spile"));
  EXPECT_TRUE(exists(P.dir() + "/old.4194304.6.spile"));
  EXPECT_EQ(P.segmentPaths().size(), 6u + 3);
}

} // namespace
