#include "faults.h"

#include <fstream>
#include <gtest/gtest.h>

using namespace spile_test;

namespace {

TEST(Modules, LoadedAndUnloadedInALoop) {
  Place P("/dev/shm");
  Outcome O = P.run("loads", {programPath("libloaded.so"),
                              std::to_string(number(200, 2000))});
  ASSERT_EQ(O.Status, 0) << O.Err;
  tell(compare(P, O.Out));
  EXPECT_EQ(P.segment().get().site_count, 3u);
  EXPECT_EQ(P.segment().get().process.dropped_sites, 0u);
  tell("bytes that the process grew by", double(printed(O.Out, "grown")));
  EXPECT_LT(printed(O.Out, "grown"), 1 << 20);
}

/// Compilers take minutes for so many functions if each has its own copy of the
/// probe.
const char *const Head = R"(#include <spile/spile.h>
#include <stdio.h>
#include <time.h>
__attribute__((noinline)) static struct spile_i_guard
enter(struct spile_i_site *at) { return spile_i_enter(at); }
__attribute__((noinline)) static void
leave(struct spile_i_guard *guard) { spile_i_leave(guard); }
#define spile_i_enter enter
#define spile_i_leave leave
)";

const char *const Main = R"(int main(int argc, char **argv) {
  struct timespec now;
  (void)argv;
  clock_gettime(CLOCK_MONOTONIC, &now);
  printf("%lld\n", now.tv_sec * 1000000000LL + now.tv_nsec);
  for (int i = 0; i < 2 && argc == 1; ++i)
    all();
}
)";

/// A program with `Count` functions, all of which are called twice.
void writeProgram(const std::string &Path, uint64_t Count) {
  std::ofstream Out(Path);
  Out << Head;
  for (uint64_t I = 0; I < Count; ++I)
    Out << "static void f" << I << "(void) { SPILE_SCOPE(\"f" << I
        << "\"); }\n";
  Out << "static void all(void) {\n";
  for (uint64_t I = 0; I < Count; ++I)
    Out << "  f" << I << "();\n";
  Out << "}\n" << Main;
}

double microsecondsToMain(const Place &P) {
  double Best = 1e9;
  for (int I = 0; I < 5; ++I) {
    timespec Start;
    clock_gettime(CLOCK_MONOTONIC, &Start);
    Outcome O = P.run(P.file("many"), {"none"});
    double Began = std::stod(O.Out);
    Best = std::min(Best,
                    Began - double(Start.tv_sec) * 1e9 - double(Start.tv_nsec));
  }
  return Best / 1000;
}

TEST(Modules, ManyFunctions) {
  Place P("/dev/shm"), Off("/dev/shm");
  uint64_t Count = number(10000, 100000);
  writeProgram(P.file("many.c"), Count);
  std::string Build = std::string(FAULTS_COMPILE " -O0 -o ") + P.file("many") +
                      " " + P.file("many.c") + " " FAULTS_LINK;
  ASSERT_EQ(system(Build.c_str()), 0);
  Outcome O = P.run(P.file("many"));
  ASSERT_EQ(O.Status, 0) << O.Err;

  Segment S = P.segment();
  ASSERT_EQ(S.get().site_count, Count);
  Tally Calls;
  for (uint64_t I = 0; I < Count; ++I)
    Calls.add(2, S.get().counts[I].calls);
  tell(Calls);

  rename(P.file("many").c_str(), Off.file("many").c_str());
  tell("microseconds from fork to main", microsecondsToMain(Off));
  Off.Environment["SPILE"] = "off";
  tell("microseconds with SPILE=off", microsecondsToMain(Off));
}

} // namespace
