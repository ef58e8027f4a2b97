#include "faults.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace spile_test;

namespace {

/// A tmpfs at `Path` in a mount namespace of this test program's own.
bool mountAt(const std::string &Path, const char *Options) {
  static const bool Apart =
      geteuid() == 0 && unshare(CLONE_NEWNS) == 0 &&
      mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
  mkdir(Path.c_str(), 0700);
  return Apart && mount("tmpfs", Path.c_str(), "tmpfs", 0, Options) == 0;
}

#define NEEDS_MOUNT(Path, Options)                                             \
  if (!mountAt(Path, Options))                                                 \
  GTEST_SKIP() << "needs root to mount a tmpfs"

std::string noSegment(const std::string &Why) {
  return "spile: no segment (" + Why + "): counters stay in memory\n";
}

/// Whether the whole family's reports hold every call, and stderr is `Err`.
void inMemory(Place &P, const std::vector<std::string> &Arguments,
              const std::string &Err) {
  P.Environment["SPILE_REPORT"] = P.file("report");
  Outcome O = P.run("hardships", Arguments);
  EXPECT_EQ(O.Status, 0) << O.Err;
  EXPECT_EQ(O.Err, Err);
  tell(compareReport(contents(P.file("report")), O.Out));
}

TEST(Places, ATmpfsThatOthersFillWhileItRuns) {
  Place P;
  NEEDS_MOUNT(P.dir(), "size=256k,mode=700");
  P.Environment["SPILE_REPORT"] = P.file("report");
  Outcome O = P.run("hardships", {"fill", P.dir() + "/full"});
  EXPECT_EQ(O.Status, 0) << O.Err;
  EXPECT_EQ(O.Err, "");
  tell(compareReport(contents(P.file("report")), O.Out));
  // The child found no place for a file.
  EXPECT_EQ(P.segmentPaths().size(), 1u);
  EXPECT_EQ(P.segment().workers(SPILE_WORKER_POOLED), 1u);
  EXPECT_EQ(P.segment().calls("leaf"), 1u + 2 * 40 * 100);
  umount(P.dir().c_str());
}

TEST(Places, AReadOnlyFileSystem) {
  Place P;
  NEEDS_MOUNT(P.dir(), "size=1m,mode=700");
  ASSERT_EQ(
      mount(nullptr, P.dir().c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr),
      0);
  inMemory(P, {"nothing"}, noSegment("SPILE_DIR: read-only file system"));
  EXPECT_TRUE(P.segmentPaths().empty());
  umount(P.dir().c_str());
}

TEST(Places, ADirectoryWithoutPermission) {
  if (geteuid() == 0)
    GTEST_SKIP() << "root may write everywhere";
  Place P;
  ASSERT_EQ(mkdir(P.dir().c_str(), 0500), 0);
  inMemory(P, {"nothing"}, noSegment("SPILE_DIR: permission denied"));
}

TEST(Places, ASymbolicLinkOfSomebodyElse) {
  if (geteuid() != 0)
    GTEST_SKIP() << "needs root to give a link away";
  Place P;
  std::string Real = P.file("real");
  ASSERT_EQ(mkdir(Real.c_str(), 0700), 0);
  ASSERT_EQ(symlink(Real.c_str(), P.dir().c_str()), 0);
  ASSERT_EQ(lchown(P.dir().c_str(), 65534, 65534), 0);
  inMemory(
      P, {"nothing"},
      noSegment("SPILE_DIR is not a directory that only this user can write"));
  EXPECT_EQ(rmdir(Real.c_str()), 0) << "nothing was written there";
}

TEST(Places, ADirectoryThatIsRemovedWhileItRuns) {
  Place P;
  inMemory(P, {"remove", P.dir()}, "");
  EXPECT_EQ(P.segmentPaths().size(), 1u) << "the child's, in a new directory";
}

/// The child has no segment; the reports that do not fit are cut.
TEST(Places, AFileSizeLimitWhileItRuns) {
  Place P;
  P.Environment["SPILE_REPORT"] = P.file("report");
  Outcome O = P.run("hardships", {"file-limit"});
  EXPECT_EQ(O.Status, 0) << O.Err;
  EXPECT_EQ(O.Err, "");
  EXPECT_EQ(contents(P.file("report")).size(), 4096u);
  ASSERT_EQ(P.segmentPaths().size(), 1u);
  EXPECT_EQ(P.segment().calls("leaf"), 1u + 2 * 40 * 100);
}

/// Nobody reads what the runtime has to say.
TEST(Places, ABrokenPipeForStderr) {
  for (bool Report : {true, false}) {
    Place P;
    if (Report)
      P.Environment["SPILE_REPORT"] = "stderr";
    else
      P.Environment["SPILE_DIR"] = P.file("no/such");
    int Pipe[2], Out = -1, Status = -1, Stderr = dup(2);
    ASSERT_EQ(pipe2(Pipe, O_CLOEXEC), 0);
    dup2(Pipe[1], 2);
    pid_t Child = P.start("hardships", {"nothing"}, &Out);
    dup2(Stderr, 2);
    for (int Fd : {Pipe[0], Pipe[1], Stderr})
      close(Fd);
    waitpid(Child, &Status, 0);
    EXPECT_EQ(Status, 0) << (Report ? "its report" : "its remark");
    close(Out);
  }
}

TEST(Places, AnAddressSpaceLimitWhileItRuns) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "sanitizers need more address space";
#endif
  Place P;
  Outcome O = P.run("hardships", {"memory-limit"});
  EXPECT_EQ(O.Status, 0) << O.Err;
  EXPECT_EQ(O.Err, "");
  tell(compare(P, O.Out));
}

/// From the start, down to what the program itself just needs. Below `Smallest`
/// there is no room for counters, which is said.
TEST(Places, SmallAddressSpaces) {
  const rlim_t Smallest = rlim_t(32) << 20;
  int Ran = 0;
  Tally Calls;
  for (rlim_t Limit = rlim_t(1) << 33; Limit >= rlim_t(1) << 23; Limit /= 2) {
    Place P;
    rlimit Old;
    getrlimit(RLIMIT_AS, &Old);
    P.Environment["SPILE_REPORT"] = P.file("report");
    rlimit New = {Limit, Old.rlim_max};
    std::string Printed, Err;
    for (const char *Spile : {"off", "on"}) {
      P.Environment["SPILE"] = Spile;
      setrlimit(RLIMIT_AS, &New);
      Outcome O = P.run("hardships", {"nothing"});
      setrlimit(RLIMIT_AS, &Old);
      if (O.Status != 0 && Spile == std::string("off"))
        break; // the program itself cannot run
      EXPECT_EQ(O.Status, 0) << (Limit >> 20) << " MiB: " << O.Err;
      Printed = O.Out;
      Err = O.Err;
    }
    if (Printed.empty())
      continue;
    ++Ran;
    if (Limit < Smallest) {
      EXPECT_NE(
          Err.find("spile: no memory for counters: nothing is recorded\n"),
          std::string::npos)
          << Err;
      continue;
    }
    EXPECT_EQ(Err, "");
    Calls.add(compareReport(contents(P.file("report")), Printed));
  }
  EXPECT_GE(Ran, 5);
  tell("limits", Ran);
  tell(Calls);
}

} // namespace
