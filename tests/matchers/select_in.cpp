#include "tests/matchers/select_in.h"
#include "matchers/select.h"
#include <algorithm>
#include <clang/Frontend/ASTUnit.h>
#include <gtest/gtest.h>

namespace spile::test {

Config configOf(const std::string &Text) {
  Diagnostics Out;
  auto Cfg = parseConfig(Text, "/src/.spile.yaml", Out);
  for (const Diagnostic &D : Out)
    ADD_FAILURE() << toString(D);
  return Cfg ? *Cfg : Config();
}

Config takesAll() {
  return configOf("lambdas: true\ninstrument: {functions: '*'}");
}

Selection selectIn(const Input &In, const Config &Cfg) {
  const Parsed P = parse(In);
  if (!P.Unit) {
    ADD_FAILURE() << "no AST for: " << In.Text;
    return {};
  }
  return select(P.Unit->getASTContext(), Cfg);
}

static std::string lines(const Selection &S, bool WithRule) {
  std::string Out;
  for (const FunctionSite &Site : S.Sites) {
    Out += Out.empty() ? "" : "\n";
    Out += Site.Name;
    if (WithRule && !Site.Rule.empty())
      Out += ": " + Site.Rule;
    if (Site.What == Verdict::Skip)
      Out += ": skip: " + Site.Why;
    if (Site.What == Verdict::Leave)
      Out += ": leave: " + Site.Why;
  }
  return Out;
}

std::string describe(const Selection &S) { return lines(S, false); }
std::string explain(const Selection &S) { return lines(S, true); }

void expectSelected(const std::string &Marked, const std::string &Expected,
                    const Config &Cfg, Input In) {
  SCOPED_TRACE(Marked);
  const MarkedCode Code(Marked);
  In.Text = Code.Text;
  const Selection S = selectIn(In, Cfg);
  EXPECT_EQ(describe(S), Expected);
  std::vector<std::pair<unsigned, unsigned>> Names, MarkedNames;
  std::vector<unsigned> Bodies;
  for (const auto &[Begin, End] : Code.Ranges)
    MarkedNames.push_back(lineAndColumn(Code.Text, Begin));
  for (const FunctionSite &Site : S.Sites) {
    Names.emplace_back(Site.Line, Site.Column);
    if (Site.What != Verdict::Instrument)
      continue;
    Bodies.push_back(Site.BodyOffset);
    EXPECT_EQ(Site.BodyLine, lineAndColumn(Code.Text, Site.BodyOffset).first);
  }
  std::sort(MarkedNames.begin(), MarkedNames.end());
  std::sort(Bodies.begin(), Bodies.end());
  EXPECT_EQ(Names, MarkedNames) << "names";
  EXPECT_EQ(Bodies, Code.Points) << "places behind the brace";
}

} // namespace spile::test
