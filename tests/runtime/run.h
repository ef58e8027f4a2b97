// run.h: run one of the little programs and read the segments it leaves.
//
//   Place P;                                 an empty SPILE_DIR, removed at the
//   end Outcome O = P.run("threads", {"4"});     waits for the end Segment S =
//   P.segment();                 the only segment in it S.calls("leaf") over
//   all workers
#ifndef SPILE_TESTS_RUNTIME_RUN_H
#define SPILE_TESTS_RUNTIME_RUN_H

#include "spile/reader.h"

#include <cstdint>
#include <map>
#include <string>
#include <sys/types.h>
#include <vector>

namespace spile_test {

struct Outcome {
  int Status = -1; ///< of exit; 1000 + signal if killed
  std::string Out, Err;
};

/// A snapshot with questions.
class Segment {
public:
  explicit Segment(const std::string &Path);
  Segment(Segment &&Other) noexcept;
  Segment(const Segment &) = delete;
  ~Segment();

  const spile_snapshot &get() const { return *Snapshot; }
  uint64_t calls(const std::string &Name) const;
  uint64_t totalNs(const std::string &Name) const;
  /// Calls of `Name` by worker, of those workers that made any.
  std::vector<uint64_t> callsByWorker(const std::string &Name) const;
  uint32_t workers(spile_worker_kind Kind) const;
  /// The number of functions with this name.
  int sites(const std::string &Name) const;
  /// Whether 0 < min <= mean <= max wherever there are timed calls.
  bool plausible() const;

private:
  spile_snapshot *Snapshot = nullptr;
};

class Place {
public:
  Place();
  explicit Place(const std::string &Base);
  Place(const Place &) = delete;
  ~Place();

  std::string dir() const { return Root + "/spile"; }
  std::string file(const std::string &Name) const { return Root + "/" + Name; }
  /// Further variables of the environment of `run`.
  std::map<std::string, std::string> Environment;

  Outcome run(const std::string &Program,
              const std::vector<std::string> &Arguments = {}) const;
  /// Start without waiting; what it prints can be read from `*Out`.
  pid_t start(const std::string &Program,
              const std::vector<std::string> &Arguments, int *Out) const;
  std::vector<std::string> segmentPaths() const;
  Segment segment() const;
  /// Of the process that did (or did not) come from a fork: told by its counts.
  std::vector<Segment> segments() const;

private:
  std::string Root;
};

bool exists(const std::string &Path);
std::string contents(const std::string &Path);
std::string programPath(const std::string &Name);

} // namespace spile_test

#endif // SPILE_TESTS_RUNTIME_RUN_H
