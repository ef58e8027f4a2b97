#include "faults.h"
#include "ledger.h"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <memory>
#include <random>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace spile_test;

namespace {

/// What the killed program writes down: a mapping shared with it.
class Ledger {
public:
  explicit Ledger(const std::string &Path) {
    int Fd = open(Path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (ftruncate(Fd, sizeof(ledger)) != 0)
      throw std::runtime_error("ftruncate");
    Book = static_cast<ledger *>(
        mmap(nullptr, sizeof(ledger), PROT_READ, MAP_SHARED, Fd, 0));
    close(Fd);
  }
  Ledger(const Ledger &) = delete;
  ~Ledger() { munmap(Book, sizeof(ledger)); }

  bool busy() const {
    return std::all_of(Book->steady, Book->steady + STEADY_THREADS,
                       [](const ledger_line &L) { return get(L.begun) > 100; });
  }
  static uint64_t get(const uint64_t &From) {
    return __atomic_load_n(&From, __ATOMIC_ACQUIRE);
  }
  ledger *Book;
};

/// One moment's view of the segment: calls of a function by thread.
class View {
public:
  View(spile_reader *Reader) {
    spile_snapshot *S = nullptr;
    Good = spile_reader_snapshot(Reader, &S) == 0;
    for (uint32_t W = 0, At = 0; Good && W < S->worker_count; ++W)
      for (uint32_t F = 0; F < S->site_count; ++F, ++At) {
        const spile_counts &Counts = S->counts[At];
        ByThread[S->sites[F].name][S->workers[W].tid] = Counts.calls;
        Sum[S->sites[F].name] += Counts.calls;
        // The time of a call that is just ending may not be in yet.
        uint64_t Mean = Counts.calls == 0 ? 0 : Counts.total_ns / Counts.calls;
        Whole = Whole && Counts.min_ns <= Mean && Mean <= Counts.max_ns &&
                (Counts.calls != 0 || Counts.max_ns == 0) &&
                Counts.total_ns < uint64_t(3600) * 1000000000;
      }
    spile_snapshot_free(S);
  }
  bool Good = false, Whole = true;
  std::map<std::string, std::map<uint32_t, uint64_t>> ByThread;
  std::map<std::string, uint64_t> Sum;
};

struct Wrong {
  uint64_t Reads = 0, Torn = 0, Back = 0;
};

void readWhileItLives(spile_reader *Reader, useconds_t Time, Wrong &Found) {
  timespec Start, Now;
  clock_gettime(CLOCK_MONOTONIC, &Start);
  std::unique_ptr<View> Last;
  do {
    auto Next = std::make_unique<View>(Reader);
    ++Found.Reads;
    Found.Torn += !Next->Good || !Next->Whole;
    for (const auto &[Name, Calls] : Last ? Last->Sum : Next->Sum)
      Found.Back += Next->Sum[Name] < Calls;
    for (const auto &[Tid, Calls] :
         Last ? Last->ByThread["outer"] : Next->ByThread["outer"])
      Found.Back += Tid != 0 && Next->ByThread["outer"][Tid] < Calls;
    Last = std::move(Next);
    clock_gettime(CLOCK_MONOTONIC, &Now);
  } while ((Now.tv_sec - Start.tv_sec) * 1000000 +
               (Now.tv_nsec - Start.tv_nsec) / 1000 <
           time_t(Time));
}

/// At most one call a thread may be missing: the one in flight.
Tally settle(const Ledger &L, View &Dead) {
  Tally Calls;
  uint64_t Finished = 0, Begun = 0;
  for (const ledger_line &Line : L.Book->steady) {
    uint64_t Counted = Dead.ByThread["outer"][uint32_t(Line.tid)];
    Calls.add(Line.finished, Counted, Line.begun - Line.finished);
    EXPECT_LE(Line.begun - Line.finished, 1u);
    Finished += Line.finished;
    Begun += Line.begun;
  }
  Calls.add(2 * Finished, Dead.Sum["inner"], 2 * (Begun - Finished));
  const ledger_line &Brief = L.Book->brief;
  Calls.add(Brief.finished, Dead.Sum["brief"], Brief.begun - Brief.finished);
  EXPECT_LE(Brief.begun - Brief.finished, uint64_t(BRIEF_THREADS));
  return Calls;
}

void round(std::mt19937 &Random, Tally &Calls, Wrong &Found) {
  Place P("/dev/shm");
  Ledger L(P.file("ledger"));
  int Out = -1;
  pid_t Child = P.start("killed", {P.file("ledger")}, &Out);
  while (!L.busy() && waitpid(Child, nullptr, WNOHANG) == 0)
    usleep(500);
  spile_reader *Reader = nullptr;
  ASSERT_EQ(P.segmentPaths().size(), 1u);
  ASSERT_EQ(spile_reader_open(P.segmentPaths()[0].c_str(), &Reader), 0);
  readWhileItLives(Reader, Random() % 20000, Found);
  kill(Child, SIGKILL);
  waitpid(Child, nullptr, 0);
  close(Out);
  View Dead(Reader);
  spile_process About;
  spile_reader_process(Reader, &About);
  EXPECT_EQ(About.state, SPILE_PROCESS_DIED);
  EXPECT_TRUE(Dead.Good && Dead.Whole);
  Calls.add(settle(L, Dead));
  spile_reader_close(Reader);
}

TEST(Kill, AtRandomMoments) {
  std::mt19937 Random(std::random_device{}());
  uint64_t Rounds = number(50, 1000);
  Tally Calls;
  Wrong Found;
  for (uint64_t I = 0; I < Rounds && !HasFatalFailure(); ++I)
    round(Random, Calls, Found);
  tell("kills", double(Rounds));
  tell("reads of the living", double(Found.Reads));
  EXPECT_EQ(Found.Torn, 0u);
  EXPECT_EQ(Found.Back, 0u) << "counts that went back";
  tell(Calls);
}

/// Before main, while the segment is made, and soon after.
TEST(Kill, WhileItStarts) {
  std::mt19937 Random(std::random_device{}());
  uint64_t Rounds = number(50, 1000), Unfinished = 0, Read = 0;
  for (uint64_t I = 0; I < Rounds; ++I) {
    Place P("/dev/shm");
    Ledger L(P.file("ledger"));
    int Out = -1;
    pid_t Child = P.start("killed", {P.file("ledger")}, &Out);
    usleep(Random() % 4000);
    kill(Child, SIGKILL);
    waitpid(Child, nullptr, 0);
    close(Out);
    for (const std::string &Path : P.segmentPaths()) {
      spile_reader *Reader = nullptr;
      int Error = spile_reader_open(Path.c_str(), &Reader);
      Unfinished += Error == -EAGAIN;
      if (Error == 0) {
        View Dead(Reader);
        ++Read;
        EXPECT_TRUE(Dead.Good && Dead.Whole);
        EXPECT_EQ(settle(L, Dead).Lost, 0u);
      } else {
        EXPECT_EQ(Error, -EAGAIN) << spile_reader_strerror(Error);
        EXPECT_EQ(L.Book->steady[0].begun + L.Book->brief.begun, 0u);
      }
      spile_reader_close(Reader);
    }
  }
  tell("kills", double(Rounds));
  tell("segments that were not complete yet", double(Unfinished));
  tell("segments that are read", double(Read));
}

} // namespace
