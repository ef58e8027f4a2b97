#include "faults.h"
#include "squeeze.h"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace spile_test;

namespace {

struct Source {
  const char *Clock, *Workers, *Program;
  std::vector<std::string> Arguments;
};

/// Real segments: of threads that were folded, that share a block, of a child, of
/// a killed process, with few and with many functions.
const Source Sources[] = {
    {"tsc", "64", "short_threads", {"300", "8"}},
    {"monotonic", "2", "short_threads", {"20", "8"}},
    {"thread-cpu", "64", "contexts", {"own", "3"}},
    {"tsc", "64", "family", {"fork", "1"}},
    {"tsc", "64", "jumps", {"10"}},
    {"tsc", "64", "loads", {programPath("libloaded.so"), "2"}},
};

void writeSeeds(const std::string &Corpus) {
  int Nth = 0;
  std::filesystem::create_directory(Corpus);
  for (const Source &One : Sources) {
    Place P("/dev/shm");
    P.Environment = {{"SPILE_CLOCK", One.Clock},
                     {"SPILE_MAX_WORKERS", One.Workers}};
    ASSERT_EQ(P.run(One.Program, One.Arguments).Status, 0) << One.Program;
    for (const std::string &Path : P.segmentPaths()) {
      std::string Seed = Corpus + "/" + std::to_string(Nth++);
      std::ofstream(Seed, std::ios::binary) << squeeze(Path);
      Segment Whole(Path), Small(Seed);
      for (uint32_t I = 0; I < Whole.get().site_count; ++I) {
        const char *Name = Whole.get().sites[I].name;
        ASSERT_EQ(Small.callsByWorker(Name), Whole.callsByWorker(Name)) << Seed;
      }
    }
  }
}

TEST(Fuzz, TheReaderOfDamagedSegments) {
  if (!exists(FAULTS_FUZZER))
    GTEST_SKIP() << "the compiler has no libFuzzer";
  Place P;
  std::string Corpus = P.file("corpus");
  writeSeeds(Corpus);
  ASSERT_FALSE(HasFatalFailure());
  const char *Asked = getenv("SPILE_FUZZ_SECONDS");
  std::string Seconds = Asked ? Asked : std::to_string(number(5, 60));
  std::string Log = P.file("log");
  int Status = system(
      (std::string(FAULTS_FUZZER " -max_len=16384 -verbosity=0 "
                                 "-print_final_stats=1 "
                                 "-artifact_prefix=" FAULTS_FUZZER "-") +
       " -max_total_time=" + Seconds + " " + Corpus + " >" + Log + " 2>&1")
          .c_str());
  ASSERT_EQ(Status, 0) << contents(Log);
  std::ifstream Lines(Log);
  double Runs = 0;
  for (std::string Line; std::getline(Lines, Line);)
    if (Line.starts_with("stat::number_of_executed_units:"))
      Runs = std::stod(Line.substr(Line.find(':', 6) + 1));
  tell("damaged segments that were read", Runs);
  EXPECT_GT(Runs, 1000);
}

} // namespace
