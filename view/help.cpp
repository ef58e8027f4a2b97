#include "help.h"

namespace spile::view {

namespace {

constexpr std::string_view Overview =
    R"(Usage: spile-view COMMAND [OPTION...]

Read the counters of processes instrumented with spile, alive or dead, and
switch their functions off and on.

Commands:
  list                  who is instrumented
  stats                 calls and times of every function, worker by worker
  top                   the busiest functions of a running process, live
  ctl                   switch functions of a running process off and on
  clean                 remove what processes that ended have left behind

Options:
  --dir DIR             where the segments are (default: $SPILE_DIR, else
                        $XDG_RUNTIME_DIR/spile, else /dev/shm/spile-UID)
  -h, --help            this page; after a COMMAND, its page
  --version             the version

Exit status: 0 fine, 1 found nothing, 2 could not do it.

Example: spile-view stats nginx --total --sort total --limit 10
)";

constexpr std::string_view List =
    R"(Usage: spile-view list [OPTION...]

List the instrumented processes, running, exited and died (killed, or left
without exit); the newest first.

Options:
  --paths               also the path of each segment
  --json                as JSON
  --dir DIR             where the segments are (default: $SPILE_DIR, else
                        $XDG_RUNTIME_DIR/spile, else /dev/shm/spile-UID)
  -h, --help            this page

Exit status: 0 fine, 1 no instrumented process, 2 could not do it.

Example: spile-view list --paths
)";

constexpr std::string_view Stats =
    R"(Usage: spile-view stats [PID|FILE|NAME] [OPTION...]

Calls and nanoseconds of every function that was called, worker by worker.
NAME is a program: all its running processes, else those that ran last.

  --total               one table, summed over all workers
  --worker TID          only this worker; may be repeated
  --functions GLOB      only functions whose name matches
  --all                 also functions and workers without a call
  --processes           with NAME: dead processes too
  --sort KEY            calls, total, mean, min, max, name or file (default)
  --limit N             only the first N functions
  --columns LIST        add columns: mean,min,max,file,line
  --cpu                 CPU time of each worker
  --json, --csv         for programs
  --dir DIR             where the segments are (default: $SPILE_DIR)
  -h, --help            this page

Exit status: 0 fine, 1 nothing was called, 2 could not do it.
Examples: spile-view stats 29985 --columns mean,max,file,line
          spile-view stats nginx --total --sort total --limit 10
)";

constexpr std::string_view Top =
    R"(Usage: spile-view top [PID|FILE|NAME] [OPTION...]

The functions of a running process by calls a second, until q is pressed; the
keys are told by ?. Plain tables where stdout is no terminal.

  --once                one plain table of one interval
  --interval SECONDS    between two looks, 0.1 to 3600 (default: 1)
  --count N             end after N intervals
  --workers             a line a worker and function, with the worker's CPU
                        time and how long it waited for a processor
  --sort KEY            calls (default), time, mean, max or name
  --reverse             the other way round
  --functions GLOB      only functions whose name matches
  --limit N, --all      plain tables: only N lines; also without a call
  --dir DIR             where the segments are (default: $SPILE_DIR)
  -h, --help            this page

Exit status: 0 fine, 1 nothing was called, 2 could not do it.

Example: spile-view top nginx --once --interval 5 --sort time --limit 10
)";

constexpr std::string_view Ctl =
    R"(Usage: spile-view ctl [PID|FILE|NAME] [OPTION...]
       spile-view ctl [PID|FILE|NAME] off|count|time|1/N PATTERN... [OPTION...]

List the modes of a process's functions, or change them while it runs: record
nothing, count calls, count and time them, or count all and time one in N (2, 4
... 65536). A PATTERN (*, ?, [a-z]) is for the whole name or what is behind its
last "::".

  --file GLOB           only functions of these source files
  --module GLOB         only functions of this program or library
  --all                 list each function
  --json                the list as JSON
  --dir DIR             where the segments are (default: $SPILE_DIR)
  -h, --help            this page

Exit status: 0 fine, 1 a pattern matched nothing, 2 could not do it.

Examples: spile-view ctl nginx off 'ngx_str*' 'ngx_hash*'
          spile-view ctl 29985 time '*' --file 'http/*'
)";

constexpr std::string_view Clean =
    R"(Usage: spile-view clean [OPTION...]

Remove the segments of processes that ended. A segment of a living process,
and a file that is not a segment, always stays.

Options:
  --dry-run             only tell what would be removed
  --older-than TIME     only of processes that ended so long ago: 30s, 90m,
                        12h, 2d, 1w. The end of a killed process is not known;
                        then the file's age counts
  --force               also damaged segments, if their process is gone
  --dir DIR             where the segments are (default: $SPILE_DIR, else
                        $XDG_RUNTIME_DIR/spile, else /dev/shm/spile-UID)
  -h, --help            this page

Exit status: 0 fine, also when there was nothing to remove; 2 could not do it.

Example: spile-view clean --older-than 2d --dry-run
)";

} // namespace

std::string_view helpFor(std::string_view command) {
  if (command == "list")
    return List;
  if (command == "stats")
    return Stats;
  if (command == "top")
    return Top;
  if (command == "ctl")
    return Ctl;
  if (command == "clean")
    return Clean;
  return Overview;
}

} // namespace spile::view
