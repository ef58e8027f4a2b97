#include "synthetic.h"

#include <cerrno>
#include <gtest/gtest.h>

using namespace spile_test;

namespace {

TEST(SegmentRoom, GrowsByMoreThanOneSite) {
  Synthetic S(4096, 4);
  S.Runtime.room_sites = 1024;
  ASSERT_EQ(spile_segment_room(&S.Runtime, 1025), 0);
  EXPECT_GE(S.Runtime.room_sites, 1280u);
  EXPECT_EQ(spile_segment_room(&S.Runtime, 4097), -ENOSPC);
}

TEST(SegmentString, FillsUpToTheLastByteAndNoFurther) {
  Synthetic S(1, 1);
  uint64_t Left =
      S.Runtime.header->strings.capacity - S.Runtime.header->string_bytes;
  uint32_t At = 0;
  EXPECT_EQ(
      spile_segment_string(&S.Runtime, std::string(Left, 'x').c_str(), &At),
      -ENOSPC);
  EXPECT_EQ(
      spile_segment_string(&S.Runtime, std::string(Left - 1, 'x').c_str(), &At),
      0);
  EXPECT_EQ(spile_segment_string(&S.Runtime, "", &At), -ENOSPC);
}

TEST(SegmentClock, ThePairInForceIsTheLaterOne) {
  Synthetic S(1, 1);
  S.Runtime.clock = SPILE_CLOCK_MONOTONIC;
  uint64_t Last = 0;
  for (int I = 0; I < 4; ++I) {
    spile_segment_clock(&S.Runtime);
    const spile_shm_header *Header = S.Runtime.header;
    uint64_t Now = Header->clock_latest[Header->clock_index].ns;
    EXPECT_GE(Now, Last);
    EXPECT_GT(Now, 0u);
    Last = Now;
  }
}

} // namespace
