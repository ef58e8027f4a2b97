/* hot_path: what one timed call adds, as a ratio to the least that it can add.
 *
 *   limit   a clock read before and after, and a thread-local count and sum, by hand
 *   timed   SPILE_SCOPE, switched on
 *   calls   the same out of line, as -Os has it
 *   count   SPILE_SCOPE, calls are counted only
 *   1/64    SPILE_SCOPE, calls are counted and 1 in 64 is timed
 *   off     SPILE_SCOPE, its mode byte 0
 *
 * All call a function of their own that does the same small work as `plain`. The
 * variants are interleaved in ROUNDS rounds in one process that is bound to one
 * processor; the medians of (variant - plain) are divided. Nanoseconds differ from
 * machine to machine and minute to minute, the ratios hardly. */
#include <sched.h>
#include <spile/spile.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS = 41, CALLS = 200000, VARIANTS = 7 };

#define WORK_OF(a) ((a) * 2654435761u >> 3)
#define APART __attribute__((noinline))

static __thread struct {
  unsigned long long calls, ticks;
} hand;

APART static unsigned plain(unsigned a) {
  __asm__ volatile("");
  return WORK_OF(a);
}

APART static unsigned limit(unsigned a) {
  unsigned long long start = spile_i_ticks();
  __asm__ volatile("");
  unsigned result = WORK_OF(a);
  hand.ticks += spile_i_ticks() - start;
  hand.calls += 1;
  return result;
}

APART static unsigned timed(unsigned a) {
  SPILE_SCOPE("timed");
  __asm__ volatile("");
  return WORK_OF(a);
}

static inline void close_call(struct spile_i_guard *guard) {
  spile_i_end(*guard);
}

APART static unsigned called(unsigned a) {
  static struct spile_i_site site
      __attribute__((section("spile_sites"), used)) = SPILE_I_SITE_OF("called");
  struct spile_i_guard guard __attribute__((cleanup(close_call))) =
      spile_i_begin(&site);
  __asm__ volatile("");
  return WORK_OF(a);
}

/* A site in a mode of its own; its counters are those of `timed`, which is not
 * called meanwhile. */
#define VARIANT(name, mode)                                                    \
  static const unsigned char name##_mode = mode;                               \
  static struct spile_i_site name##_site = {                                   \
      &name##_mode, 0, 0, #name, __FILE__, &spile_i_module, {0, 0, 0}};        \
  APART static unsigned name(unsigned a) {                                     \
    struct spile_i_guard guard __attribute__((cleanup(spile_i_leave))) =       \
        spile_i_enter(&name##_site);                                           \
    __asm__ volatile("");                                                      \
    return WORK_OF(a);                                                         \
  }
VARIANT(off, SPILE_I_OFF)
VARIANT(count, SPILE_I_COUNT)
VARIANT(sampled, SPILE_I_COUNT + 6)

typedef unsigned (*variant)(unsigned);

static double one_round(variant call, unsigned *sum) {
  struct timespec from, to;
  clock_gettime(CLOCK_MONOTONIC, &from);
  for (unsigned i = 0; i < CALLS; ++i)
    *sum += call(i);
  clock_gettime(CLOCK_MONOTONIC, &to);
  return ((double)(to.tv_sec - from.tv_sec) * 1e9 +
          (double)(to.tv_nsec - from.tv_nsec)) /
         CALLS;
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *values) {
  qsort(values, ROUNDS, sizeof *values, by_size);
  return values[ROUNDS / 2];
}

static void bind_here(void) {
  cpu_set_t here;
  CPU_ZERO(&here);
  CPU_SET(sched_getcpu(), &here);
  sched_setaffinity(0, sizeof here, &here);
}

int main(void) {
  static const variant calls[VARIANTS] = {plain, limit,   timed, called,
                                          count, sampled, off};
  static const char *const names[VARIANTS] = {
      "plain", "limit", "timed", "calls", "count", "1/64", "off"};
  double ns[VARIANTS][ROUNDS];
  unsigned sum = 0;
  bind_here();
  for (int round = -1; round < ROUNDS; ++round)
    for (int v = 0; v < VARIANTS; ++v) {
      double taken = one_round(calls[v], &sum);
      if (round >= 0) /* the first round warms up */
        ns[v][round] = v == 0 ? taken : taken - ns[0][round];
    }
  double medians[VARIANTS];
  for (int v = 0; v < VARIANTS; ++v)
    medians[v] = median(ns[v]);
  printf("%-6s %6.2f ns a call\n", names[0], medians[0]);
  for (int v = 1; v < VARIANTS; ++v)
    printf("%-6s %6.2f ns more: %5.2f x limit\n", names[v], medians[v],
           medians[v] / medians[1]);
  return sum == 1 && hand.calls == 0;
}
