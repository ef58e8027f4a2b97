#include "matchers/predicates/min_statements.h"
#include <fmt/format.h>

namespace spile {

namespace {

class MinStatements : public Predicate {
public:
  MinStatements(unsigned InLeast, std::string InPlace)
      : Least(InLeast), Place(std::move(InPlace)) {}

  bool holds(const Candidate &C) const override {
    return C.Body.Statements >= Least;
  }
  std::string took(const Candidate &) const override {
    return fmt::format("{}: min-statements {}", Place, Least);
  }
  std::string refused(const Candidate &C) const override {
    return fmt::format("{}: {} statement{}, fewer than {}", Place,
                       C.Body.Statements, C.Body.Statements == 1 ? "" : "s",
                       Least);
  }
  Depth depth() const override { return Depth::Refuses; }

private:
  unsigned Least;
  std::string Place;
};

} // namespace

std::shared_ptr<const Predicate> makeMinStatements(unsigned Least,
                                                   std::string Place) {
  return std::make_shared<MinStatements>(Least, std::move(Place));
}

} // namespace spile
