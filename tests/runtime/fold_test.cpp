#include "synthetic.h"

#include <atomic>
#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

using namespace spile_test;

namespace {

struct Sum {
  uint64_t Calls = 0, Total = 0, Threads = 0;
};

Sum sum(spile_snapshot *S) {
  Sum All;
  for (uint32_t I = 0; I < S->worker_count * S->site_count; ++I) {
    All.Calls += S->counts[I].calls;
    All.Total += S->counts[I].total_ns;
  }
  for (uint32_t W = 0; W < S->worker_count; ++W)
    All.Threads += S->workers[W].threads;
  spile_snapshot_free(S);
  return All;
}

TEST(Fold, SumsTheOldestAndFreesThem) {
  Synthetic S(3, 8);
  for (uint32_t W = 0; W < 4; ++W) {
    S.worker(W, SPILE_SHM_EXITED);
    S.call(W, 1, 10 + W);
    S.call(W, 2, 5);
  }
  EXPECT_EQ(spile_fold(&S.Runtime, 3), 3u);
  EXPECT_EQ(S.Runtime.exited, 1u);
  spile_snapshot *Snapshot = S.snapshot();
  ASSERT_EQ(Snapshot->worker_count, 2u);
  EXPECT_EQ(Snapshot->workers[0].kind, SPILE_WORKER_EXITED);
  EXPECT_EQ(Snapshot->workers[1].kind, SPILE_WORKER_FOLDED);
  EXPECT_EQ(Snapshot->workers[1].threads, 3u);
  const spile_counts &One = Snapshot->counts[3 + 1];
  EXPECT_EQ(One.calls, 3u);
  EXPECT_EQ(One.total_ns, 33u);
  EXPECT_EQ(One.min_ns, 10u);
  EXPECT_EQ(One.max_ns, 12u);
  EXPECT_EQ(Snapshot->counts[3].calls, 0u);
  spile_snapshot_free(Snapshot);
}

TEST(Fold, LeavesAThreadThatStillRuns) {
  Synthetic S(1, 4);
  S.worker(0, SPILE_SHM_EXITED, uint32_t(syscall(SYS_gettid)));
  S.worker(1, SPILE_SHM_LIVE);
  EXPECT_EQ(spile_fold(&S.Runtime, 4), 0u);
  EXPECT_EQ(S.Runtime.header->fold, 0u);
}

// The bytes as a killed process would leave them, before and after each step.
TEST(Fold, ADeadProcessIsWholeAtEveryStep) {
  Synthetic S(2, 4);
  S.worker(0, SPILE_SHM_EXITED);
  S.worker(1, SPILE_SHM_EXITED);
  for (uint32_t W = 0; W < 2; ++W)
    S.call(W, 0, 100);
  ASSERT_EQ(spile_fold(&S.Runtime, 1), 1u);
  std::string Before = S.bytes();
  ASSERT_EQ(spile_fold(&S.Runtime, 1), 1u);
  std::string After = S.bytes();
  uint64_t Fold = offsetof(spile_shm_header, fold);
  uint64_t Record = S.Runtime.header->workers.offset + sizeof(spile_shm_worker);
  uint64_t Block = S.Runtime.header->blocks.offset;
  uint64_t Stride = S.Runtime.header->blocks.stride;
  struct {
    uint64_t From, Size;
  } const Steps[] = {{Block + Stride, 2 * Stride},
                     {offsetof(spile_shm_header, fold_threads), 16},
                     {Record + offsetof(spile_shm_worker, fold_of), 8},
                     {Fold, 8},
                     {Block + 4 * Stride, Stride},
                     {Record, 4}};
  std::string Now = Before;
  for (const auto &Step : Steps) {
    for (uint64_t Done : {Step.Size / 2 & ~UINT64_C(7), Step.Size}) {
      Now.replace(Step.From, Done, After.substr(Step.From, Done));
      Sum All = sum(Synthetic::snapshotOf(Now.data(), Now.size()));
      EXPECT_EQ(All.Calls, 2u) << Step.From << "+" << Done;
      EXPECT_EQ(All.Total, 200u) << Step.From << "+" << Done;
      EXPECT_EQ(All.Threads, 2u) << Step.From << "+" << Done;
    }
  }
}

TEST(Fold, AReaderNeverSeesACountGoBack) {
  Synthetic S(64, 16);
  std::atomic<bool> Stop = false;
  std::atomic<uint64_t> Made = 0;
  std::thread Writer([&] {
    for (uint32_t Round = 0; Round < 4000; ++Round) {
      uint32_t W = Round % 16;
      S.worker(W, SPILE_SHM_LIVE);
      for (uint32_t Site = 0; Site < 64; Site += 8)
        S.call(W, Site, 7);
      Made.fetch_add(8);
      __atomic_store_n(&spile_worker(&S.Runtime, W)->state, SPILE_SHM_EXITED,
                       __ATOMIC_RELEASE);
      ++S.Runtime.exited;
      if (W == 15) {
        EXPECT_EQ(spile_fold(&S.Runtime, 32), 16u);
      }
    }
    Stop = true;
  });
  uint64_t Last = 0;
  int Reads = 0;
  do {
    uint64_t Least = Made;
    Sum Now = sum(S.snapshot());
    EXPECT_GE(Now.Calls, Last);
    EXPECT_GE(Now.Calls, Least);
    Last = Now.Calls;
    ++Reads;
  } while (!Stop);
  Writer.join();
  EXPECT_EQ(sum(S.snapshot()).Calls, 4000u * 8);
  EXPECT_GT(Reads, 0);
}

} // namespace
