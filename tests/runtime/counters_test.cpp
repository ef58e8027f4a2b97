#include "run.h"

#include <gtest/gtest.h>

using namespace spile_test;

namespace {

TEST(Counters, AProgramReadsItsOwn) {
  Place P;
  Outcome O = P.run("api");
  EXPECT_EQ(O.Status, 0);
  std::string Line = "leaf                     :        2 times: ";
  size_t First = O.Out.find(Line);
  ASSERT_NE(First, std::string::npos) << O.Out;
  EXPECT_NE(O.Out.find(Line, First + 1), std::string::npos)
      << "one worker's report and the one of all";
}

TEST(Counters, OffIsAnAnswerAndNoReport) {
  Place P;
  P.Environment["SPILE"] = "off";
  Outcome O = P.run("api");
  EXPECT_EQ(O.Status, 1);
  EXPECT_EQ(O.Out, "");
}

} // namespace
