#include "job.h"

#include "matrix.h"
#include "numeric.h"

#include <algorithm>
#include <exception>
#include <map>
#include <vector>

namespace pool {

JobError::JobError(std::string_view Job, const std::string &Reason)
    : std::runtime_error(std::string(Job) + ": " + Reason) {}

LimitError::LimitError(std::string_view Job, unsigned Depth)
    : JobError(Job, "too deep: " + std::to_string(Depth)), Reached(Depth) {}

namespace {

// Counts one level while it lives, and refuses the one that is too much.
class Level {
public:
  Level(std::string_view Job, unsigned &Counter, unsigned Limit)
      : Depth(Counter) {
    if (Depth == Limit)
      throw LimitError(Job, Depth);
    ++Depth;
  }
  ~Level() { --Depth; }
  Level(const Level &) = delete;
  Level &operator=(const Level &) = delete;

private:
  unsigned &Depth;
};

class SeededJob : public Job {
protected:
  explicit SeededJob(std::uint64_t Seed) : Next(Seed) {}
  numeric::Sequence Next;
};

class PrimeJob final : public SeededJob {
public:
  explicit PrimeJob(std::uint64_t Seed) : SeededJob(Seed) {}
  std::string_view name() const override { return "prime"; }

  std::uint64_t run() override {
    std::uint64_t Candidate = (Next() & 0xffffff) | 1;
    while (!isPrime(Candidate))
      Candidate += 2;
    return Candidate;
  }

private:
  static bool isPrime(std::uint64_t N) {
    for (std::uint64_t Divisor = 3; Divisor * Divisor <= N; Divisor += 2)
      if (N % Divisor == 0)
        return false;
    return N > 1;
  }
};

class MatrixJob final : public SeededJob {
public:
  explicit MatrixJob(std::uint64_t Seed) : SeededJob(Seed) {}
  std::string_view name() const override { return "matrix"; }

  std::uint64_t run() override {
    constexpr std::size_t Size = 8;
    Matrix<std::uint64_t, Size> Base;
    for (std::size_t I = 0; I < Size; ++I)
      for (std::size_t J = 0; J < Size; ++J)
        Base(I, J) = Next() & 0xff;
    auto Power = Matrix<std::uint64_t, Size>::identity();
    for (int I = 0; I < 5; ++I)
      Power *= Base;
    return Power.trace();
  }
};

class WordsJob final : public SeededJob {
public:
  explicit WordsJob(std::uint64_t Seed) : SeededJob(Seed) {}
  std::string_view name() const override { return "words"; }

  std::uint64_t run() override {
    std::map<std::string, std::uint64_t> Counts;
    for (int I = 0; I < 200; ++I)
      ++Counts[word()];
    return numeric::fold(Counts, std::uint64_t{0},
                         [](std::uint64_t Sum, const auto &Entry) {
                           return Sum * 31 + Entry.first.size() * Entry.second;
                         });
  }

private:
  std::string word() {
    std::string Text(1 + Next() % 3, ' ');
    std::generate(Text.begin(), Text.end(),
                  [this] { return static_cast<char>('a' + Next() % 6); });
    return Text;
  }
};

class DivisorJob final : public SeededJob {
public:
  explicit DivisorJob(std::uint64_t Seed) : SeededJob(Seed) {}
  std::string_view name() const override { return "divisor"; }

  std::uint64_t run() override {
    std::vector<std::uint64_t> Numbers(64);
    std::generate(Numbers.begin(), Numbers.end(),
                  [this] { return checked(Next() % 100000); });
    std::sort(Numbers.begin(), Numbers.end());
    std::uint64_t Previous = 1;
    return numeric::fold(
        Numbers, std::uint64_t{0}, [&Previous](std::uint64_t Sum, auto Value) {
          Sum += numeric::greatestCommonDivisor(Value, Previous);
          Sum += numeric::powerModulo<std::uint64_t>(Value, Previous, 65537);
          Previous = Value;
          return Sum;
        });
  }

private:
  // Throws through std::generate.
  std::uint64_t checked(std::uint64_t Value) const {
    if (Value % 512 == 0)
      throw InputError(name());
    return Value;
  }
};

// Walks down a tree; gives up on one that is too deep and tries a shorter way
// once, which may be too deep as well.
class TreeJob final : public SeededJob {
public:
  explicit TreeJob(std::uint64_t Seed) : SeededJob(Seed) {}
  std::string_view name() const override { return "tree"; }

  std::uint64_t run() override {
    try {
      return walk(Next() % 24);
    } catch (const LimitError &Error) {
      if (Next() % 2 == 0)
        throw;
      return Error.depth() + walk(Next() % 18);
    }
  }

private:
  std::uint64_t walk(std::uint64_t Left) {
    Level Guard(name(), Depth, 16);
    if (Left == 0)
      return Depth;
    return walk(Left - 1) * 3 + (Left & 1);
  }

  unsigned Depth = 0;
};

// Wraps what it catches; every seventh throws what is no exception class.
class NestedJob final : public SeededJob {
public:
  explicit NestedJob(std::uint64_t Seed) : SeededJob(Seed) {}
  std::string_view name() const override { return "nested"; }

  std::uint64_t run() override {
    std::uint64_t Value = Next();
    if (Value % 7 == 0)
      throw static_cast<int>(Value % 1000);
    try {
      return parse(std::to_string(Value % 2000));
    } catch (const std::exception &) {
      std::throw_with_nested(JobError(name(), "cannot parse"));
    }
  }

private:
  static std::uint64_t parse(const std::string &Text) {
    return std::stoull(Text.substr(3)); // both may throw
  }
};

std::string describe(const std::exception &Error) {
  std::string Text = Error.what();
  try {
    std::rethrow_if_nested(Error);
  } catch (const std::exception &Inner) {
    Text += " (" + describe(Inner) + ")";
  }
  return Text;
}

template <typename T> std::unique_ptr<Job> make(std::uint64_t Seed) {
  return std::make_unique<T>(Seed);
}

} // namespace

std::unique_ptr<Job> makeJob(std::uint64_t Index) {
  using Maker = std::unique_ptr<Job> (*)(std::uint64_t);
  static constexpr Maker Makers[] = {make<PrimeJob>, make<MatrixJob>,
                                     make<WordsJob>, make<DivisorJob>,
                                     make<TreeJob>,  make<NestedJob>};
  return Makers[Index % std::size(Makers)](Index);
}

Outcome runJob(Job &Task) {
  try {
    return Task.run();
  } catch (const JobError &Error) {
    return Failure{describe(Error)};
  } catch (int Number) {
    return Failure{std::string(Task.name()) + ": " + std::to_string(Number)};
  }
}

} // namespace pool
