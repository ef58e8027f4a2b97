#include "matchers/predicates/tiny_leaf.h"
#include <fmt/format.h>

namespace spile {

namespace {

class NoTinyLeaf : public Predicate {
public:
  bool holds(const Candidate &C) const override {
    return C.Body.Calls || C.Body.Loops ||
           C.Body.Statements >= TinyLeafStatements;
  }
  std::string took(const Candidate &) const override { return "default"; }
  std::string refused(const Candidate &C) const override {
    return fmt::format("tiny leaf: {} statement{}, no loop or call",
                       C.Body.Statements, C.Body.Statements == 1 ? "" : "s");
  }
  Depth depth() const override { return Depth::Refuses; }
};

} // namespace

std::shared_ptr<const Predicate> makeNoTinyLeaf() {
  return std::make_shared<NoTinyLeaf>();
}

} // namespace spile
