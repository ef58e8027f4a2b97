#include "matchers/predicates/name.h"
#include <fmt/format.h>

namespace spile {

const WrittenName *firstMatch(const std::vector<WrittenName> &Patterns,
                              const std::string &Name) {
  for (const WrittenName &P : Patterns)
    if (P.Pattern.matches(Name))
      return &P;
  return nullptr;
}

namespace {

class NameIs : public Predicate {
public:
  NameIs(std::vector<WrittenName> InPatterns, std::string InWord)
      : Patterns(std::move(InPatterns)), Word(std::move(InWord)) {}

  bool holds(const Candidate &C) const override {
    return firstMatch(Patterns, C.Name);
  }
  std::string took(const Candidate &C) const override {
    const WrittenName *P = firstMatch(Patterns, C.Name);
    return fmt::format("{}: {} \"{}\"", P->Place, Word, P->Text);
  }
  std::string refused(const Candidate &) const override { return ""; }
  Depth depth() const override { return Depth::Selects; }

private:
  std::vector<WrittenName> Patterns;
  std::string Word;
};

} // namespace

std::shared_ptr<const Predicate> makeName(std::vector<WrittenName> Patterns,
                                          std::string Word) {
  return std::make_shared<NameIs>(std::move(Patterns), std::move(Word));
}

} // namespace spile
