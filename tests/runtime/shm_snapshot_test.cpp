#include "synthetic.h"

#include <gtest/gtest.h>

using namespace spile_test;

namespace {

std::string sample() {
  Synthetic S(6, 4);
  S.worker(0, SPILE_SHM_LIVE, 11);
  S.worker(1, SPILE_SHM_EXITED);
  S.worker(2, SPILE_SHM_EXITED);
  for (uint32_t W = 0; W < 3; ++W)
    for (uint32_t Site = 0; Site < 6; ++Site)
      S.call(W, Site, 10 * Site);
  spile_fold(&S.Runtime, 1);
  return S.bytes();
}

// Exactly as many bytes as there are, so that a sanitizer sees every overrun.
struct Exact {
  Exact(const std::string &From, size_t Bytes)
      : Size(Bytes), Base(static_cast<char *>(
                         aligned_alloc(4096, Size / 4096 * 4096 + 4096))) {
    Start = Base + (4096 - Size % 4096) % 4096 / 64 * 64;
    std::memcpy(Start, From.data(), Size);
  }
  ~Exact() { free(Base); }
  size_t Size;
  char *Base, *Start;
};

// Touch everything that a snapshot holds.
uint64_t readAll(const spile_snapshot *S) {
  uint64_t Sum = 0;
  for (uint32_t I = 0; I < S->site_count; ++I)
    Sum += strlen(S->sites[I].name) + strlen(S->sites[I].file) +
           strlen(S->sites[I].module);
  for (uint32_t W = 0; W < S->worker_count; ++W)
    Sum += strlen(S->workers[W].name);
  for (size_t I = 0; I < size_t(S->site_count) * S->worker_count; ++I)
    Sum += S->counts[I].calls + S->counts[I].total_ns;
  return Sum + strlen(S->process.name) + strlen(S->process.exe);
}

bool reads(const std::string &Bytes, size_t Size) {
  Exact Copy(Bytes, Size);
  spile_snapshot *S = Synthetic::snapshotOf(Copy.Start, Size);
  if (S == nullptr)
    return false;
  readAll(S);
  spile_snapshot_free(S);
  return true;
}

TEST(Snapshot, HoldsWhatWasWritten) {
  std::string Bytes = sample();
  spile_snapshot *S = Synthetic::snapshotOf(Bytes.data(), Bytes.size());
  ASSERT_NE(S, nullptr);
  EXPECT_EQ(S->site_count, 6u);
  ASSERT_EQ(S->worker_count, 3u);
  EXPECT_EQ(S->workers[0].tid, 11u);
  EXPECT_EQ(S->workers[0].kind, SPILE_WORKER_LIVE);
  EXPECT_EQ(S->workers[1].kind, SPILE_WORKER_EXITED);
  EXPECT_EQ(S->workers[2].kind, SPILE_WORKER_FOLDED);
  EXPECT_STREQ(S->sites[5].name, "function_5");
  EXPECT_EQ(S->sites[5].line, 6u);
  EXPECT_EQ(S->counts[5].total_ns, 50u);
  spile_snapshot_free(S);
}

TEST(Snapshot, EqualSitesAreOneFunction) {
  Synthetic S(4, 1);
  *spile_site(&S.Runtime, 3) = *spile_site(&S.Runtime, 1);
  S.worker(0, SPILE_SHM_LIVE);
  S.call(0, 1, 10);
  S.call(0, 3, 30);
  spile_snapshot *Snapshot = S.snapshot();
  ASSERT_EQ(Snapshot->site_count, 3u);
  EXPECT_EQ(Snapshot->counts[1].calls, 2u);
  EXPECT_EQ(Snapshot->counts[1].total_ns, 40u);
  EXPECT_EQ(Snapshot->counts[1].min_ns, 10u);
  EXPECT_EQ(Snapshot->counts[1].max_ns, 30u);
  spile_snapshot_free(Snapshot);
}

// A call whose count is in while its time is not yet.
TEST(Snapshot, MinMeanMaxStayInOrder) {
  Synthetic S(1, 1);
  S.worker(0, SPILE_SHM_LIVE);
  S.call(0, 0, 10);
  spile_slot(&S.Runtime, SPILE_BLOCK_WORKER, 0)->calls = 2;
  spile_snapshot *Snapshot = S.snapshot();
  EXPECT_LE(Snapshot->counts[0].min_ns, 5u);
  spile_snapshot_free(Snapshot);
}

TEST(Snapshot, EveryTruncationIsRefused) {
  std::string Bytes = sample();
  ASSERT_TRUE(reads(Bytes, Bytes.size()));
  for (size_t Size = sizeof(spile_shm_header); Size < Bytes.size();
       Size += Size < 8192 ? 1 : 509)
    EXPECT_FALSE(reads(Bytes, Size)) << Size;
}

TEST(Snapshot, AnyFlippedBitIsAnErrorOrClippedValues) {
  std::string Bytes = sample();
  auto *Header = reinterpret_cast<spile_shm_header *>(Bytes.data());
  std::vector<std::pair<size_t, size_t>> Areas = {
      {0, sizeof(spile_shm_header)},
      {Header->workers.offset, 256},
      {Header->sites.offset, 6 * 16},
      {Header->strings.offset, 64},
      {Header->blocks.offset + 3 * Header->blocks.stride, 128}};
  int Refused = 0, Read = 0;
  for (auto [From, Size] : Areas)
    for (size_t Bit = 0; Bit < Size * 8; ++Bit) {
      std::string Bad = Bytes;
      Bad[From + Bit / 8] = char(Bad[From + Bit / 8] ^ (1 << Bit % 8));
      (reads(Bad, Bad.size()) ? Read : Refused) += 1;
    }
  EXPECT_GT(Refused, 100);
  EXPECT_GT(Read, 100);
}

TEST(Snapshot, BytesOfOnesAreRefusedOrClipped) {
  std::string Bytes = sample();
  for (size_t At = 0; At + 8 <= sizeof(spile_shm_header); At += 8) {
    std::string Bad = Bytes;
    std::memset(Bad.data() + At, 0xff, 8);
    reads(Bad, Bad.size());
    std::memset(Bad.data() + At, 0x00, 8);
    reads(Bad, Bad.size());
  }
  EXPECT_TRUE(reads(Bytes, Bytes.size())) << "the sample itself is fine";
}

TEST(Snapshot, StringsThatDoNotEndAreCut) {
  std::string Bytes = sample();
  auto *Header = reinterpret_cast<spile_shm_header *>(Bytes.data());
  std::memset(Bytes.data() + Header->strings.offset, 'x',
              Header->strings.capacity);
  Header->string_bytes = UINT64_MAX;
  spile_snapshot *S = Synthetic::snapshotOf(Bytes.data(), Bytes.size());
  ASSERT_NE(S, nullptr);
  EXPECT_EQ(strlen(S->sites[0].name), Header->strings.capacity);
  spile_snapshot_free(S);
}

} // namespace
