// faults.h: what the tests of faults share.
//
//   Place P("/dev/shm");
//   Outcome O = P.run("jumps", {"100"});   prints "calls NAME NUMBER" for what it
//   tell(compare(P, O.Out));               called; all segments of P hold the same
//
// SPILE_FAULTS=long asks for the long form of each test.
#ifndef SPILE_TESTS_FAULTS_FAULTS_H
#define SPILE_TESTS_FAULTS_FAULTS_H

#include "run.h"

#include <cstdint>
#include <string>

namespace spile_test {

bool longForm();
/// `Short`, or `Long` in the long form.
uint64_t number(uint64_t Short, uint64_t Long);

struct Tally {
  uint64_t Tried = 0; ///< calls that were made
  uint64_t Lost = 0;  ///< ... and are not counted
  uint64_t Extra = 0; ///< counted, and were not made

  /// `Got` is to be `Want`, or up to `InFlight` more.
  void add(uint64_t Want, uint64_t Got, uint64_t InFlight = 0);
  void add(const Tally &Other);
};

/// Prints the tally as that of the running test, which fails if it is not even.
void tell(const Tally &Calls);
/// Prints it only.
void tell(const std::string &What, const Tally &Calls);
/// Prints another number that the test found.
void tell(const std::string &What, double Value);

/// The number behind `Name` in what a program printed; -1 without such a line.
int64_t printed(const std::string &Text, const std::string &Name);

/// Each line "calls NAME NUMBER" of `Printed`, or "between NAME LEAST MOST",
/// against all segments of `P`.
Tally compare(const Place &P, const std::string &Printed);
/// ... against the text of a report (SPILE_REPORT).
Tally compareReport(const std::string &Report, const std::string &Printed);

/// Runs `Program` in `P`: a tally, and the test fails if it does not exit with 0.
Tally runAndCompare(const Place &P, const std::string &Program,
                    const std::vector<std::string> &Arguments = {});

} // namespace spile_test

#endif // SPILE_TESTS_FAULTS_FAULTS_H
