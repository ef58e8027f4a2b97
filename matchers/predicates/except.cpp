#include "matchers/predicates/except.h"
#include <fmt/format.h>

namespace spile {

namespace {

class Except : public Predicate {
public:
  explicit Except(std::vector<WrittenName> InPatterns)
      : Patterns(std::move(InPatterns)) {}

  bool holds(const Candidate &C) const override {
    return !firstMatch(Patterns, C.Name);
  }
  std::string took(const Candidate &) const override { return ""; }
  std::string refused(const Candidate &C) const override {
    const WrittenName *P = firstMatch(Patterns, C.Name);
    return fmt::format("{}: except \"{}\"", P->Place, P->Text);
  }
  Depth depth() const override { return Depth::Refuses; }

private:
  std::vector<WrittenName> Patterns;
};

} // namespace

std::shared_ptr<const Predicate> makeExcept(std::vector<WrittenName> Patterns) {
  return std::make_shared<Except>(std::move(Patterns));
}

} // namespace spile
