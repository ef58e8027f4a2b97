#include "tool/launcher_probe.h"
#include <gtest/gtest.h>

namespace spile {
namespace {

TEST(BuildProbe, Known) {
  EXPECT_TRUE(isBuildProbe("conftest.c", "/b"));
  EXPECT_TRUE(isBuildProbe("./conftest.cpp", "/b"));
  EXPECT_TRUE(isBuildProbe("testCCompiler.c", "/b"));
  EXPECT_TRUE(isBuildProbe("/b/CMakeFiles/CMakeScratch/TryCompile-x/s.c", "/"));
  EXPECT_TRUE(isBuildProbe("s.c", "/b/CMakeFiles/CMakeTmp"));
  EXPECT_TRUE(isBuildProbe("x.c", "/b/CMakeFiles/3.25.1/CompilerIdC"));
  EXPECT_TRUE(isBuildProbe("/b/meson-private/tmp1/testfile.c", "/"));
  EXPECT_TRUE(isBuildProbe("sanitycheckc.c", "/b"));
}

TEST(BuildProbe, OrdinarySources) {
  EXPECT_FALSE(isBuildProbe("main.c", "/b"));
  EXPECT_FALSE(isBuildProbe("conftest_helper.c", "/b"));
  EXPECT_FALSE(isBuildProbe("/src/CMakeTmp/a.c", "/b"));
  EXPECT_FALSE(isBuildProbe("/b/CMakeFiles/gen/a.c", "/b"));
}

} // namespace
} // namespace spile
