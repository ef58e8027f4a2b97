// re2_load THREADS N: N full matches, N searches and N replacements in each thread,
// with three expressions that all threads share; status 1 at a wrong answer.
#include <atomic>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "re2/re2.h"

int main(int argc, char **argv) {
  if (argc != 3)
    return 2;
  const int threads = std::atoi(argv[1]), n = std::atoi(argv[2]);
  const RE2 date("(\\d+)-(\\d+)-(\\d+)");
  const RE2 word("[a-z]+(ing|ed)");
  const RE2 digits("[0-9]+");
  std::atomic<int> wrong{0};
  std::vector<std::thread> all;
  for (int t = 0; t < threads; ++t)
    all.emplace_back([&] {
      for (int i = 0; i < n; ++i) {
        int year = 0, month = 0, day = 0;
        if (!RE2::FullMatch("2021-12-" + std::to_string(i), date, &year, &month,
                            &day) ||
            year != 2021 || month != 12 || day != i)
          ++wrong;
        std::string end;
        if (!RE2::PartialMatch("1 2 3 walking home", word, &end) ||
            end != "ing")
          ++wrong;
        std::string text = "number " + std::to_string(i) + " here";
        if (!RE2::Replace(&text, digits, "N") || text != "number N here")
          ++wrong;
      }
    });
  for (std::thread &one : all)
    one.join();
  return wrong != 0;
}
