// pool JOBS WORKERS: runs jobs 0 to JOBS-1 on a thread pool and prints one line
// that is the same for any number of workers.
#include "checksum.h"
#include "job.h"
#include "thread_pool.h"

#include <charconv>
#include <exception>
#include <iostream>
#include <optional>
#include <string_view>
#include <vector>

namespace {

struct Summary {
  pool::Checksum Sum;
  std::size_t Returned = 0;
  std::size_t Threw = 0;

  void operator()(std::uint64_t Value) {
    ++Returned;
    Sum << Value;
  }
  void operator()(const pool::Failure &Failed) {
    ++Threw;
    Sum << std::string_view(Failed.What);
  }
};

std::ostream &operator<<(std::ostream &Out, const Summary &Total) {
  return Out << "checksum " << Total.Sum << " returned " << Total.Returned
             << " threw " << Total.Threw;
}

std::optional<unsigned> parseNumber(std::string_view Text, unsigned Low,
                                    unsigned High) {
  unsigned Number = 0;
  auto [End, Error] =
      std::from_chars(Text.data(), Text.data() + Text.size(), Number);
  if (Error != std::errc() || End != Text.data() + Text.size() ||
      Number < Low || Number > High) {
    std::cerr << "pool: error: '" << Text << "' is no number from " << Low
              << " to " << High << '\n';
    return std::nullopt;
  }
  return Number;
}

// Each outcome has a place of its own, so that the workers share nothing.
Summary runAll(unsigned Jobs, unsigned Workers) {
  std::vector<pool::Outcome> Outcomes(Jobs);
  {
    pool::ThreadPool Pool(Workers);
    for (unsigned Index = 0; Index < Jobs; ++Index)
      Pool.submit([Index, &Result = Outcomes[Index]] {
        Result = pool::runJob(*pool::makeJob(Index));
      });
  }
  Summary Total;
  for (const pool::Outcome &Result : Outcomes)
    std::visit(Total, Result);
  return Total;
}

} // namespace

int main(int Count, char **Arguments) try {
  if (Count == 2 && std::string_view(Arguments[1]) == "--help") {
    std::cout << "usage: pool JOBS WORKERS\nexample: pool 10000 4\n";
    return 0;
  }
  if (Count != 3) {
    std::cerr << "usage: pool JOBS WORKERS\n";
    return 2;
  }
  auto Jobs = parseNumber(Arguments[1], 0, 100'000'000);
  auto Workers = parseNumber(Arguments[2], 1, 256);
  if (!Jobs || !Workers)
    return 2;
  std::cout << runAll(*Jobs, *Workers) << '\n';
  return 0;
} catch (const std::exception &Error) {
  std::cerr << "pool: error: " << Error.what() << '\n';
  return 2;
}
