// A job, what it may throw, and what came of it.
#ifndef POOL_JOB_H
#define POOL_JOB_H

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

namespace pool {

class JobError : public std::runtime_error {
public:
  JobError(std::string_view Job, const std::string &Reason);
};

class InputError : public JobError {
public:
  explicit InputError(std::string_view Job) : JobError(Job, "bad input") {}
};

class LimitError : public JobError {
public:
  LimitError(std::string_view Job, unsigned Depth);
  unsigned depth() const { return Reached; }

private:
  unsigned Reached;
};

class Job {
public:
  virtual ~Job() = default;
  Job(const Job &) = delete;
  Job &operator=(const Job &) = delete;

  virtual std::string_view name() const = 0;
  // May throw a JobError, or anything else.
  virtual std::uint64_t run() = 0;

protected:
  Job() = default;
};

// What kind of job comes at Index depends on Index only.
std::unique_ptr<Job> makeJob(std::uint64_t Index);

struct Failure {
  std::string What;
};

using Outcome = std::variant<std::uint64_t, Failure>;

// Runs the job. What is neither a JobError nor an int goes through.
Outcome runJob(Job &Task);

} // namespace pool

#endif
