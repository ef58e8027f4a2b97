// abseil_load THREADS N: N rounds in each thread of one call each of what the
// libraries define in their sources; status 1 at a wrong answer.
#include <atomic>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"

int main(int argc, char **argv) {
  if (argc != 3)
    return 2;
  const int threads = std::atoi(argv[1]), n = std::atoi(argv[2]);
  const absl::TimeZone utc = absl::UTCTimeZone();
  std::atomic<int> wrong{0};
  absl::Mutex mutex;
  long rounds = 0;
  std::vector<std::thread> all;
  for (int t = 0; t < threads; ++t)
    all.emplace_back([&] {
      for (int i = 0; i < n; ++i) {
        const std::string digits = std::to_string(i);
        int number = -1;
        if (!absl::SimpleAtoi(digits, &number) || number != i)
          ++wrong;
        if (absl::StrCat("<", i, ">") != "<" + digits + ">")
          ++wrong;
        if (absl::StrFormat("%05d", i % 100000).size() != 5)
          ++wrong;
        if (absl::StrReplaceAll("a-b", {{"-", digits}}) != "a" + digits + "b")
          ++wrong;
        if (absl::FormatTime("%s", absl::FromUnixSeconds(i), utc) != digits)
          ++wrong;
        mutex.Lock();
        ++rounds;
        mutex.Unlock();
      }
    });
  for (std::thread &one : all)
    one.join();
  return wrong != 0 || rounds != static_cast<long>(threads) * n;
}
