#include "rewriters/timing_scope.h"
#include <gtest/gtest.h>

namespace spile {
namespace {

FunctionSite site(std::string Name, bool Merged) {
  FunctionSite Site;
  Site.Name = std::move(Name);
  Site.BodyOffset = 7;
  Site.Merged = Merged;
  Site.What = Verdict::Instrument;
  return Site;
}

TEST(TimingScope, NamesTheFunction) {
  EXPECT_EQ(scopeEdit(site("mk::Conn::read", false)),
            (Edit{7, " SPILE_SCOPE(\"mk::Conn::read\");"}));
}

TEST(TimingScope, MergedFunctionsListThemselves) {
  EXPECT_EQ(scopeEdit(site("f", true)),
            (Edit{7, " SPILE_SCOPE_INLINE(\"f\");"}));
}

TEST(TimingScope, QuotesWhatALiteralOperatorHolds) {
  EXPECT_EQ(scopeEdit(site("operator\"\"_km", false)).Text,
            " SPILE_SCOPE(\"operator\\\"\\\"_km\");");
}

} // namespace
} // namespace spile
