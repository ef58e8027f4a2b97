#include "clock.h"

#include "own_libc.h"

#include <sys/prctl.h>
#if defined(__x86_64__)
#include <cpuid.h>
#endif

__extension__ typedef unsigned __int128 spile_u128;

#if defined(__x86_64__)
static int kernel_trusts_tsc(void) {
  char text[4] = {0};
  int fd = spile_open("/sys/devices/system/clocksource/clocksource0/"
                      "current_clocksource",
                      O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return 0;
  ssize_t got = spile_read(fd, text, 3);
  spile_close(fd);
  return got == 3 && spile_equal(text, "tsc");
}

int spile_clock_tsc_usable(void) {
  unsigned a, b, c, d;
  int may_read = PR_TSC_ENABLE;
  if (prctl(PR_GET_TSC, &may_read) == 0 && may_read != PR_TSC_ENABLE)
    return 0;
  if (__get_cpuid(0x80000007u, &a, &b, &c, &d) && (d & (1u << 8)))
    return 1;
  return kernel_trusts_tsc();
}

static uint64_t tsc(void) { return __builtin_ia32_rdtsc(); }
#else
int spile_clock_tsc_usable(void) { return 0; }
static uint64_t tsc(void) { return 0; }
#endif

static uint64_t read_clock(clockid_t id) {
  struct timespec now;
  if (spile_clock_gettime(id, &now) != 0)
    return 0;
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

struct spile_ticks spile_clock_ticks(enum spile_clock clock) {
  switch (clock) {
  case SPILE_CLOCK_TSC:
    return (struct spile_ticks){tsc()};
  case SPILE_CLOCK_THREAD_CPU:
    return (struct spile_ticks){read_clock(CLOCK_THREAD_CPUTIME_ID)};
  case SPILE_CLOCK_MONOTONIC:
    break;
  }
  return (struct spile_ticks){read_clock(CLOCK_MONOTONIC)};
}

struct spile_ns spile_clock_monotonic(void) {
  return (struct spile_ns){read_clock(CLOCK_MONOTONIC)};
}

int64_t spile_clock_realtime(void) {
  return (int64_t)read_clock(CLOCK_REALTIME);
}

struct spile_shm_clock_pair spile_clock_pair(enum spile_clock clock) {
  struct spile_shm_clock_pair pair;
  pair.ns = spile_clock_monotonic().v;
  pair.ticks = clock == SPILE_CLOCK_TSC ? tsc() : pair.ns;
  return pair;
}

struct spile_ns spile_clock_to_ns(struct spile_ticks ticks,
                                  struct spile_shm_clock_pair from,
                                  struct spile_shm_clock_pair to) {
  if (to.ticks <= from.ticks || to.ns <= from.ns)
    return (struct spile_ns){ticks.v};
  spile_u128 ns =
      (spile_u128)ticks.v * (to.ns - from.ns) / (to.ticks - from.ticks);
  return (struct spile_ns){ns > UINT64_MAX ? UINT64_MAX : (uint64_t)ns};
}

const char *spile_clock_name(enum spile_clock clock) {
  switch (clock) {
  case SPILE_CLOCK_TSC:
    return "tsc";
  case SPILE_CLOCK_MONOTONIC:
    return "monotonic";
  case SPILE_CLOCK_THREAD_CPU:
    return "thread-cpu";
  }
  return "unknown";
}

enum spile_clock spile_clock_named(const char *name) {
  for (int c = SPILE_CLOCK_TSC; c <= SPILE_CLOCK_THREAD_CPU; ++c)
    if (spile_equal(name, spile_clock_name((enum spile_clock)c)))
      return (enum spile_clock)c;
  return (enum spile_clock)0;
}
