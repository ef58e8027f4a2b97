// The processes of `top`, looked at again and again.
//
// Model: who is meant is decided from time to time, since servers start and end
// processes; in between the same segments are read.
#ifndef SPILE_VIEW_SAMPLER_H
#define SPILE_VIEW_SAMPLER_H

#include "outcome.h"
#include "rates.h"

#include <optional>
#include <string>
#include <vector>

namespace spile::view {

struct Samples {
  std::vector<Sample> samples;
  std::optional<Outcome> why = {}; // there are none: what the command ends with
};

class Sampler {
public:
  // `target`: PID, FILE, NAME or empty.
  Sampler(std::string target, std::string dir);

  // Those that run, and what they have counted up to now; none if all that are
  // meant have ended. With `cpu` also their threads' CPU time.
  Samples look(bool cpu);

private:
  std::string target, dir;
  std::vector<Process> processes;
  int looks = 0; // since the processes were looked for
};

} // namespace spile::view

#endif // SPILE_VIEW_SAMPLER_H
