#include "run.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace spile_test;

namespace {

class WaysOut : public testing::TestWithParam<const char *> {};

TEST_P(WaysOut, EveryWayOutIsOneCall) {
  if (!exists(programPath(GetParam())))
    GTEST_SKIP() << "static programs are not built with sanitizers";
  Place P;
  EXPECT_EQ(P.run(GetParam()).Status, 3);
  Segment S = P.segment();
  EXPECT_EQ(S.calls("early"), 100u);
  EXPECT_EQ(S.calls("jumps"), 100u);
  EXPECT_EQ(S.calls("round"), 8u);
  EXPECT_EQ(S.calls("recursive"), 10u);
  EXPECT_EQ(S.calls("never"), 0u);
  EXPECT_EQ(S.sites("never"), 1);
  EXPECT_EQ(S.calls("main"), 1u);
  EXPECT_TRUE(S.plausible());
  EXPECT_GE(S.totalNs("main"), S.totalNs("early"));
}
INSTANTIATE_TEST_SUITE_P(Linked, WaysOut,
                         testing::Values("ways_out", "ways_out_archive",
                                         "ways_out_static",
                                         "ways_out_static_pie"),
                         [](const auto &Info) {
                           return std::string(Info.param);
                         });

TEST(Probe, OtherClocksCountTheSame) {
  for (const char *Clock : {"monotonic", "thread-cpu"}) {
    Place P;
    P.Environment["SPILE_CLOCK"] = Clock;
    EXPECT_EQ(P.run("ways_out").Status, 3);
    Segment S = P.segment();
    EXPECT_EQ(S.calls("early"), 100u) << Clock;
    EXPECT_EQ(S.calls("recursive"), 10u) << Clock;
    EXPECT_TRUE(S.plausible());
  }
}

TEST(Probe, CppExceptionsTemplatesAndStatics) {
  Place P;
  EXPECT_EQ(P.run("exceptions").Status, 0);
  Segment S = P.segment();
  EXPECT_EQ(S.calls("thrower"), 100u);
  EXPECT_EQ(S.calls("twice"), 20u);
  EXPECT_EQ(S.sites("twice"), 1) << "instantiations are one function";
  EXPECT_EQ(S.calls("shared"), 10u);
  EXPECT_EQ(S.calls("initialised"), 3u)
      << "before main, at a thread's end, after main";
}

TEST(Probe, OffRecordsNothingAndMakesNoFile) {
  Place P;
  P.Environment["SPILE"] = "off";
  Outcome O = P.run("ways_out");
  EXPECT_EQ(O.Status, 3);
  EXPECT_EQ(O.Err, "");
  EXPECT_FALSE(exists(P.dir()));
}

TEST(Probe, FunctionsThatAreNeverCalledAreListed) {
  Place P;
  EXPECT_EQ(P.run("no_calls").Status, 6);
  Segment S = P.segment();
  EXPECT_EQ(S.sites("unused_function"), 1);
  EXPECT_EQ(S.calls("unused_function"), 0u);
  EXPECT_EQ(S.get().process.state, SPILE_PROCESS_EXITED);
}

// The handler's probes and the interrupted ones, on attaching threads too.
TEST(Probe, SignalHandlersLoseNothing) {
#if defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "the thread sanitizer hands signals on later, also where the "
                  "runtime has blocked them";
#endif
  for (const char *Clock : {"tsc", "monotonic"}) {
    Place P("/dev/shm");
    P.Environment["SPILE_CLOCK"] = Clock;
    Outcome O = P.run("signals", {"6000"});
    EXPECT_EQ(O.Status, 0) << "errno is kept";
    Segment S = P.segment();
    EXPECT_EQ("in_handler " + std::to_string(S.calls("in_handler")) +
                  "\nleaf " + std::to_string(S.calls("leaf")) + "\n",
              O.Out)
        << Clock;
    EXPECT_TRUE(S.plausible());
  }
}

// Its malloc, memcpy, open ... are its own, and timed.
class OwnLibc : public testing::TestWithParam<const char *> {};

TEST_P(OwnLibc, TheRuntimeCallsNoneOfIt) {
  if (!exists(programPath(GetParam())))
    GTEST_SKIP() << "sanitizers bring a libc of their own";
  for (const char *Clock : {"tsc", "monotonic", "thread-cpu"}) {
    Place Off, P;
    Off.Environment["SPILE"] = "off";
    P.Environment["SPILE_CLOCK"] = Clock;
    Outcome Want = Off.run(GetParam()), Got = P.run(GetParam());
    EXPECT_EQ(Want.Status, 5);
    EXPECT_EQ(Got.Status, 5) << Clock;
    EXPECT_EQ(Got.Out, Want.Out) << Clock;
    EXPECT_NE(Want.Out.find("clock_gettime 4\n"), std::string::npos);
    std::vector<Segment> Both = P.segments();
    ASSERT_EQ(Both.size(), 2u); // the child's too
    EXPECT_EQ(Both[0].calls("late") + Both[1].calls("late"), 4u);
    EXPECT_EQ(Both[0].calls("clock_gettime") + Both[1].calls("clock_gettime"),
              4u);
  }
}
INSTANTIATE_TEST_SUITE_P(Linked, OwnLibc,
                         testing::Values("own_libc", "own_libc_archive"),
                         [](const auto &Info) {
                           return std::string(Info.param);
                         });

TEST(Probe, SleepIsNoProcessorTime) {
  Place P;
  P.Environment["SPILE_CLOCK"] = "thread-cpu";
  ASSERT_EQ(P.run("clocks").Status, 0);
  Segment S = P.segment();
  EXPECT_EQ(S.get().process.clock, SPILE_CLOCK_THREAD_CPU);
  EXPECT_LT(S.totalNs("sleeps") * 5, S.totalNs("computes"));
}

TEST(Probe, SleepTakesTimeOnTheWall) {
  for (const char *Clock : {"tsc", "monotonic"}) {
    Place P;
    P.Environment["SPILE_CLOCK"] = Clock;
    Outcome O = P.run("clocks");
    ASSERT_EQ(O.Status, 0);
    double Wall = std::stod(O.Out.substr(O.Out.find(' ') + 1));
    Segment S = P.segment();
    EXPECT_GE(double(S.totalNs("sleeps")), 1e8 * 0.99) << Clock;
    EXPECT_LE(double(S.totalNs("sleeps")), Wall * 1.01) << Clock;
  }
}

struct Ending {
  const char *How;
  int Status;
  spile_process_state State;
};

TEST(Ending, NothingIsLostHoweverItEnds) {
  const Ending All[] = {{"return", 11, SPILE_PROCESS_EXITED},
                        {"exit", 12, SPILE_PROCESS_EXITED},
                        {"_exit", 13, SPILE_PROCESS_DIED},
                        {"quick_exit", 14, SPILE_PROCESS_DIED},
                        {"kill", 1009, SPILE_PROCESS_DIED}};
  for (const Ending &One : All) {
    Place P;
    EXPECT_EQ(P.run("endings", {One.How}).Status, One.Status);
    Segment S = P.segment();
    EXPECT_EQ(S.calls("leaf"), 1000u) << One.How;
    EXPECT_EQ(S.get().process.state, One.State) << One.How;
    EXPECT_EQ(S.get().process.ended_ns != 0, One.State == SPILE_PROCESS_EXITED);
    EXPECT_TRUE(S.plausible());
  }
}

TEST(Ending, ARunningProcessIsReadAndThenAKilledOne) {
  Place P;
  int Out = -1;
  pid_t Child = P.start("endings", {"wait"}, &Out);
  char Ready[8] = {};
  ASSERT_EQ(read(Out, Ready, 6), 6);
  {
    Segment S = P.segment();
    EXPECT_EQ(S.get().process.state, SPILE_PROCESS_RUNNING);
    EXPECT_EQ(S.get().process.pid, uint32_t(Child));
    EXPECT_STREQ(S.get().process.name, "endings");
    EXPECT_EQ(S.calls("leaf"), 1000u);
    EXPECT_EQ(S.workers(SPILE_WORKER_LIVE), 1u);
  }
  kill(Child, SIGKILL);
  siginfo_t Info;
  ASSERT_EQ(waitid(P_PID, id_t(Child), &Info, WEXITED | WNOWAIT), 0);
  EXPECT_EQ(P.segment().get().process.state, SPILE_PROCESS_DIED)
      << "not reaped yet";
  waitpid(Child, nullptr, 0);
  close(Out);
  Segment S = P.segment();
  EXPECT_EQ(S.get().process.state, SPILE_PROCESS_DIED);
  EXPECT_EQ(S.calls("leaf"), 1000u);
}

} // namespace
