// CPU time of threads that live, as the kernel has it at the moment of reading.
//
// Sources: Documentation/scheduler/sched-stats.rst of Linux, "schedstat".
#ifndef SPILE_VIEW_CPU_TIME_H
#define SPILE_VIEW_CPU_TIME_H

#include "snapshot.h"

#include <optional>
#include <string_view>

namespace spile::view {

// The text of /proc/PID/task/TID/schedstat; nothing if it is not one.
std::optional<CpuTime> parseSchedstat(std::string_view text);

// Fill in Worker::cpu: not of threads that have ended nor of sums, nor where the
// kernel does not tell.
void addCpuTimes(Snapshot &snapshot);

} // namespace spile::view

#endif // SPILE_VIEW_CPU_TIME_H
