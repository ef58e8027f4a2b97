// The commands on the segments of a test's own directory.
#ifndef SPILE_TESTS_VIEW_COMMAND_CASE_H
#define SPILE_TESTS_VIEW_COMMAND_CASE_H

#include "view/commands.h"
#include "view/segment_dir.h"

#include "temp_dir.h"

#include <gtest/gtest.h>

#include <ctime>
#include <sstream>
#include <string>
#include <vector>

namespace spile::view {

class CommandCase : public testing::Test {
protected:
  const TempDir dir;

  Outcome run(std::vector<std::string> arguments, const Write &write = {}) {
    timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    arguments.insert(arguments.end(), {"--dir", dir.path});
    auto options = parseOptions(arguments);
    EXPECT_TRUE(options.ok());
    return runCommand(options.value(),
                      std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec,
                      write);
  }

  std::vector<Process> processes() {
    return listSegments(dir.path).value().processes;
  }
};

// The calls of `function` in lines of stats without --columns.
inline std::vector<long> callsOf(const std::string &table,
                                 const std::string &function) {
  std::vector<long> calls;
  std::istringstream lines(table);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with(function + " "))
      calls.push_back(std::stol(line.substr(line.find(" :") + 2)));
  return calls;
}

} // namespace spile::view

#endif // SPILE_TESTS_VIEW_COMMAND_CASE_H
