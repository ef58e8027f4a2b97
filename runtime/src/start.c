#include "report.h"
#include "runtime.h"

#include <stdlib.h>

struct spile_runtime spile_runtime;

/* A program or a build may define it to choose another clock than the TSC. */
#pragma GCC visibility push(default)
extern const unsigned char spile_i_clock_default __attribute__((weak));
#pragma GCC visibility pop

static const char *environment(const char *name) { return secure_getenv(name); }

static void choose_clock(struct spile_runtime *runtime) {
  enum spile_clock asked = runtime->settings.clock;
  enum spile_clock clock = asked;
  if (clock == 0 && &spile_i_clock_default != NULL)
    clock = (enum spile_clock)spile_i_clock_default;
  if (clock < SPILE_CLOCK_TSC || clock > SPILE_CLOCK_THREAD_CPU)
    clock = SPILE_CLOCK_TSC;
  if (clock == SPILE_CLOCK_TSC && !spile_clock_tsc_usable()) {
    clock = SPILE_CLOCK_MONOTONIC;
    if (asked == SPILE_CLOCK_TSC)
      spile_say("no invariant TSC here: the clock is monotonic", NULL, NULL);
  }
  runtime->clock = clock;
  runtime->mode_on = clock == SPILE_CLOCK_TSC ? SPILE_I_TIME : SPILE_I_SLOW;
  runtime->mode_first = runtime->settings.counts != 0 ? runtime->settings.counts
                                                      : runtime->mode_on;
}

static int begin(struct spile_runtime *runtime) {
  spile_settings_read(&runtime->settings, environment);
  if (runtime->settings.off)
    return 0;
  choose_clock(runtime);
  if (spile_segment_make(runtime, NULL, 1) != 0) {
    spile_say("no memory for counters: nothing is recorded", NULL, NULL);
    return 0;
  }
  uint32_t at;
  if (spile_segment_string(runtime, "?", &at) != 0)
    return 0;
  runtime->have_key = (unsigned char)spile_thread_make_key(runtime);
  spile_segment_publish(runtime);
  return 1;
}

int spile_start(void) {
  struct spile_runtime *runtime = &spile_runtime;
  if (runtime->phase == SPILE_NEW)
    __atomic_store_n(&runtime->phase, begin(runtime) ? SPILE_ON : SPILE_OFF,
                     __ATOMIC_RELEASE);
  return runtime->phase == SPILE_ON;
}

/* First among all handlers, so that no instrumented one runs in the child
 * before the child has its own segment. */
__attribute__((constructor(101))) static void on_load(void) {
  spile_fork_watch();
}

/* A rate needs some time between two pairs of clocks; a pair is good to some
 * 50 ns. */
static void wait_for_rate(const struct spile_shm_header *header) {
  while (spile_clock_monotonic().v - header->clock_first.ns < 100000u)
    ;
}

__attribute__((destructor(101))) static void on_exit_of_process(void) {
  struct spile_runtime *runtime = &spile_runtime;
  struct spile_bracket bracket;
  spile_lock(&bracket);
  if (runtime->phase == SPILE_ON) {
    struct spile_shm_header *header = runtime->header;
    if (runtime->clock == SPILE_CLOCK_TSC)
      wait_for_rate(header);
    spile_segment_clock(runtime);
    header->ended_ns = spile_clock_realtime();
    __atomic_store_n(&header->ended, 1, __ATOMIC_RELEASE);
  }
  spile_unlock(&bracket);
  if (runtime->phase == SPILE_ON)
    spile_report_at_exit(&runtime->settings, runtime->map.base,
                         runtime->map.size);
}
