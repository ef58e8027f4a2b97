#include "run.h"

extern "C" {
#include "shm_map.h"
}

#include <cerrno>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace spile_test;

namespace {

// A small tmpfs at `dir()` in a mount namespace of this test program's own.
bool mountSmall(const Place &P, const char *Size) {
  static const bool Apart =
      geteuid() == 0 && unshare(CLONE_NEWNS) == 0 &&
      mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
  mkdir(P.dir().c_str(), 0700);
  return Apart && mount("tmpfs", P.dir().c_str(), "tmpfs", 0, Size) == 0;
}

#define SMALL_TMPFS(P, Size)                                                   \
  if (!mountSmall(P, Size))                                                    \
  GTEST_SKIP() << "needs root to mount a small tmpfs"

TEST(Map, PrivateMemoryIsReservedPieceByPiece) {
  spile_map Map = {};
  ASSERT_EQ(spile_map_open(&Map, nullptr, 1 << 20, -1), 0);
  ASSERT_EQ(spile_map_reserve(&Map, 5000, 10), 0);
  Map.base[5005] = 1;
  ASSERT_EQ(spile_map_reserve(&Map, 4096, 8192), 0);
  EXPECT_EQ(Map.base[5005], 1) << "what is there stays";
  EXPECT_EQ(Map.base[8192], 0);
  spile_map_close(&Map);
}

TEST(Map, AFullFileSystemIsAnErrorAndNoSignal) {
  Place P;
  SMALL_TMPFS(P, "size=64k,mode=700");
  int Fd = open((P.dir() + "/file").c_str(), O_RDWR | O_CREAT, 0600);
  ASSERT_GE(Fd, 0);
  ASSERT_EQ(ftruncate(Fd, 1 << 30), 0);
  spile_map Map = {};
  ASSERT_EQ(spile_map_open(&Map, nullptr, 1 << 30, Fd), 0);
  close(Fd);
  ASSERT_EQ(spile_map_reserve(&Map, 1 << 20, 4096), 0);
  Map.base[1 << 20] = 1;
  EXPECT_EQ(spile_map_reserve(&Map, 2 << 20, 128 << 10), -ENOSPC);
  spile_map_close(&Map);
  umount(P.dir().c_str());
}

TEST(Map, AProgramGoesOnWhenThereIsNoSpaceAtAll) {
  Place P;
  SMALL_TMPFS(P, "size=8k,mode=700");
  P.Environment["SPILE_REPORT"] = P.file("report");
  Outcome O = P.run("forks");
  EXPECT_EQ(O.Status, 0);
  EXPECT_EQ(O.Err, "spile: no segment (SPILE_DIR: no space left): "
                   "counters stay in memory\n")
      << "said once, and not by the fork's child";
  EXPECT_TRUE(P.segmentPaths().empty());
  std::string Text = contents(P.file("report"));
  EXPECT_NE(Text.find("leaf                     :      110 times"),
            std::string::npos);
  EXPECT_NE(Text.find("leaf                     :     1000 times"),
            std::string::npos);
  umount(P.dir().c_str());
}

// Space for the start and a few workers: the others share the pooled block.
TEST(Map, NothingIsLostWhenSpaceRunsOut) {
  Place P;
  SMALL_TMPFS(P, "size=52k,mode=700");
  Outcome O = P.run("threads", {"40", "100", "together"});
  EXPECT_EQ(O.Status, 0);
  EXPECT_EQ(O.Err, "");
  {
    Segment S = P.segment();
    EXPECT_EQ(S.calls("leaf"), 4000u);
    EXPECT_EQ(S.calls("worker"), 40u);
    EXPECT_EQ(S.workers(SPILE_WORKER_POOLED), 1u);
    EXPECT_GE(S.workers(SPILE_WORKER_EXITED), 1u);
  }
  umount(P.dir().c_str());
}

TEST(Map, TheFileSizeLimitRaisesNoSignal) {
  for (rlim_t Limit : {rlim_t(1) << 16, rlim_t(64) << 20}) {
    Place P;
    rlimit Old, New;
    getrlimit(RLIMIT_FSIZE, &Old);
    New = {Limit, Old.rlim_max};
    setrlimit(RLIMIT_FSIZE, &New);
    Outcome O = P.run("ways_out");
    setrlimit(RLIMIT_FSIZE, &Old);
    EXPECT_EQ(O.Status, 3);
    if (Limit < 1 << 20)
      EXPECT_EQ(O.Err, "spile: no segment (the file size limit is too low): "
                       "counters stay in memory\n");
    else
      EXPECT_EQ(P.segment().calls("early"), 100u);
  }
}

// A server that locks its memory must not fill the whole sparse file.
TEST(Map, LockingAllMemoryFillsOnlyWhatIsReserved) {
  Place P("/dev/shm");
  mkdir(P.dir().c_str(), 0700);
  std::string Path = P.dir() + "/file";
  int Fd = open(Path.c_str(), O_RDWR | O_CREAT, 0600);
  ASSERT_EQ(ftruncate(Fd, 64 << 20), 0);
  pid_t Child = fork();
  if (Child == 0) {
    spile_map Map = {};
    bool Good = spile_map_open(&Map, nullptr, 64 << 20, Fd) == 0 &&
                spile_map_reserve(&Map, 0, 4096) == 0 &&
                mlockall(MCL_CURRENT | MCL_FUTURE) == 0 &&
                spile_map_reserve(&Map, 8 << 20, 4096) == 0;
    _exit(Good ? 0 : errno == ENOMEM || errno == EPERM ? 2 : 1);
  }
  int Status = 0;
  waitpid(Child, &Status, 0);
  struct stat About;
  fstat(Fd, &About);
  close(Fd);
  if (WEXITSTATUS(Status) == 2)
    GTEST_SKIP() << "may not lock memory here";
  EXPECT_EQ(Status, 0);
  EXPECT_EQ(About.st_blocks * 512, 8192);
}

} // namespace
