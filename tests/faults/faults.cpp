#include "faults.h"

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <gtest/gtest.h>
#include <sstream>

namespace spile_test {

bool longForm() {
  const char *Asked = getenv("SPILE_FAULTS");
  return Asked != nullptr && std::string(Asked) == "long";
}

uint64_t number(uint64_t Short, uint64_t Long) {
  return longForm() ? Long : Short;
}

void Tally::add(uint64_t Want, uint64_t Got, uint64_t InFlight) {
  Tried += Want;
  Lost += Got < Want ? Want - Got : 0;
  Extra += Got > Want + InFlight ? Got - Want - InFlight : 0;
}

void Tally::add(const Tally &Other) {
  Tried += Other.Tried;
  Lost += Other.Lost;
  Extra += Other.Extra;
}

static std::string testName() {
  const auto *Info = testing::UnitTest::GetInstance()->current_test_info();
  return std::string(Info->test_suite_name()) + "." + Info->name();
}

void tell(const std::string &What, const Tally &Calls) {
  printf("faults: %s%s: tried %ju, lost %ju\n", testName().c_str(),
         What.c_str(), uintmax_t(Calls.Tried), uintmax_t(Calls.Lost));
  fflush(stdout);
  EXPECT_GT(Calls.Tried, 0u);
}

void tell(const Tally &Calls) {
  tell("", Calls);
  EXPECT_EQ(Calls.Lost, 0u);
  EXPECT_EQ(Calls.Extra, 0u) << "counted, but not made";
}

void tell(const std::string &What, double Value) {
  printf("faults: %s: %s %.0f\n", testName().c_str(), What.c_str(), Value);
  fflush(stdout);
}

int64_t printed(const std::string &Text, const std::string &Name) {
  std::istringstream Lines(Text);
  for (std::string Line; std::getline(Lines, Line);)
    if (Line.starts_with(Name + " "))
      return std::stoll(Line.substr(Name.size() + 1));
  return -1;
}

namespace {
Tally compareWith(const std::string &Printed,
                  const std::function<uint64_t(const std::string &)> &Count) {
  Tally Sum;
  std::istringstream Words(Printed);
  std::string Word, Name;
  for (uint64_t Want = 0, Most = 0; Words >> Word;) {
    if (Word == "calls" && Words >> Name >> Want)
      Sum.add(Want, Count(Name));
    else if (Word == "between" && Words >> Name >> Want >> Most)
      Sum.add(Want, Count(Name), Most - Want);
  }
  return Sum;
}
} // namespace

Tally compare(const Place &P, const std::string &Printed) {
  std::map<std::string, uint64_t> Calls;
  for (const Segment &One : P.segments())
    for (uint32_t W = 0, At = 0; W < One.get().worker_count; ++W)
      for (uint32_t F = 0; F < One.get().site_count; ++F, ++At)
        Calls[One.get().sites[F].name] += One.get().counts[At].calls;
  return compareWith(Printed,
                     [&](const std::string &Name) { return Calls[Name]; });
}

Tally compareReport(const std::string &Report, const std::string &Printed) {
  return compareWith(Printed, [&](const std::string &Name) {
    uint64_t Sum = 0;
    std::istringstream Lines(Report);
    for (std::string Line, First, Colon; std::getline(Lines, Line);) {
      uint64_t Calls = 0;
      if (std::istringstream(Line) >> First >> Colon >> Calls && First == Name)
        Sum += Calls;
    }
    return Sum;
  });
}

Tally runAndCompare(const Place &P, const std::string &Program,
                    const std::vector<std::string> &Arguments) {
  Outcome O = P.run(Program, Arguments);
  EXPECT_EQ(O.Status, 0) << O.Err;
  EXPECT_EQ(O.Err, "");
  return compare(P, O.Out);
}

} // namespace spile_test
