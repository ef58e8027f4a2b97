// squeeze.h: a real segment without its holes, small enough for a fuzzer.
#ifndef SPILE_TESTS_FAULTS_SQUEEZE_H
#define SPILE_TESTS_FAULTS_SQUEEZE_H

#include <string>

namespace spile_test {

/// The bytes of the segment at `Path`, its regions moved together and cut down to
/// what is in use. Reads as the same.
std::string squeeze(const std::string &Path);

} // namespace spile_test

#endif // SPILE_TESTS_FAULTS_SQUEEZE_H
