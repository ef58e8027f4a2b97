#include "matchers/predicates/file.h"
#include <fmt/format.h>

namespace spile {

namespace {

class FileIs : public Predicate {
public:
  FileIs(std::vector<WrittenFile> InPatterns, std::string InWord)
      : Patterns(std::move(InPatterns)), Word(std::move(InWord)) {}

  bool holds(const Candidate &C) const override { return first(C); }
  std::string took(const Candidate &C) const override {
    const WrittenFile *P = first(C);
    return fmt::format("{}: {} \"{}\"", P->Place, Word, P->Text);
  }
  std::string refused(const Candidate &) const override {
    std::string All;
    for (const WrittenFile &P : Patterns)
      All += fmt::format("{}\"{}\"", All.empty() ? "" : ", ", P.Text);
    return fmt::format("{}: not in files {}", Patterns.front().Place, All);
  }
  Depth depth() const override { return Depth::Narrows; }

private:
  const WrittenFile *first(const Candidate &C) const {
    for (const WrittenFile &P : Patterns)
      if (P.Pattern.matches(C.File))
        return &P;
    return nullptr;
  }

  std::vector<WrittenFile> Patterns;
  std::string Word;
};

} // namespace

std::shared_ptr<const Predicate> makeFile(std::vector<WrittenFile> Patterns,
                                          std::string Word) {
  return std::make_shared<FileIs>(std::move(Patterns), std::move(Word));
}

} // namespace spile
