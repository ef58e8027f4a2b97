#include "shm_layout.h"

#include <cerrno>
#include <gtest/gtest.h>

namespace {

TEST(Layout, AFullSizePlanHolds) {
  spile_shm_header Header = {};
  ASSERT_EQ(spile_layout_plan(&Header, SPILE_SITES_MAX, SPILE_WORKERS_MAX,
                              UINT64_MAX),
            0);
  EXPECT_EQ(Header.blocks.stride, 8u << 20);
  EXPECT_EQ(Header.blocks.capacity, 1024u + SPILE_BLOCK_WORKER);
  EXPECT_EQ(spile_layout_check(&Header, Header.size), 0);
  EXPECT_EQ(spile_layout_check(&Header, Header.size - 1), -EMSGSIZE);
}

TEST(Layout, APlanFollowsTheLimit) {
  for (uint64_t Limit : {UINT64_C(40) << 20, UINT64_C(1) << 30}) {
    spile_shm_header Header = {};
    ASSERT_EQ(
        spile_layout_plan(&Header, SPILE_SITES_MAX, SPILE_WORKERS_MAX, Limit),
        0);
    EXPECT_LE(Header.size, Limit);
    EXPECT_EQ(spile_layout_check(&Header, Header.size), 0);
  }
  spile_shm_header Header = {};
  EXPECT_EQ(spile_layout_plan(&Header, 10, 10, 1 << 20), -EFBIG);
}

TEST(Layout, SmallPlansKeepWhatWasAskedFor) {
  spile_shm_header Header = {};
  ASSERT_EQ(spile_layout_plan(&Header, 3, 1, UINT64_MAX), 0);
  EXPECT_EQ(Header.sites.capacity, 3u);
  EXPECT_EQ(Header.workers.capacity, 1u);
}

TEST(Layout, RegionsThatOverflowAreRefused) {
  spile_shm_header Good = {};
  ASSERT_EQ(spile_layout_plan(&Good, 64, 4, UINT64_MAX), 0);
  for (spile_shm_region spile_shm_header::*Region :
       {&spile_shm_header::workers, &spile_shm_header::modes,
        &spile_shm_header::sites, &spile_shm_header::strings,
        &spile_shm_header::blocks}) {
    spile_shm_header Bad = Good;
    (Bad.*Region).capacity = UINT64_MAX;
    EXPECT_EQ(spile_layout_check(&Bad, Bad.size), -EMSGSIZE);
    Bad = Good;
    if ((Bad.*Region).stride > 1) { // the product is 0
      (Bad.*Region).capacity = UINT64_MAX / (Good.*Region).stride + 1;
      EXPECT_EQ(spile_layout_check(&Bad, Bad.size), -EMSGSIZE);
    }
    Bad = Good;
    (Bad.*Region).offset = UINT64_MAX - 4095;
    EXPECT_EQ(spile_layout_check(&Bad, Bad.size), -EMSGSIZE);
    Bad = Good;
    (Bad.*Region).offset = 0;
    EXPECT_EQ(spile_layout_check(&Bad, Bad.size), -EINVAL);
    Bad = Good;
    (Bad.*Region).stride = 0;
    EXPECT_EQ(spile_layout_check(&Bad, Bad.size), -EINVAL);
  }
}

TEST(Layout, RegionsThatAreNotAlignedAreRefused) {
  spile_shm_header Bad = {};
  ASSERT_EQ(spile_layout_plan(&Bad, 64, 4, UINT64_MAX), 0);
  Bad.blocks.offset += 1;
  EXPECT_EQ(spile_layout_check(&Bad, Bad.size + 4096), -EINVAL);
  Bad.blocks.offset -= 1;
  Bad.blocks.capacity = SPILE_BLOCK_WORKER - 1;
  EXPECT_EQ(spile_layout_check(&Bad, Bad.size), -EINVAL);
}

} // namespace
