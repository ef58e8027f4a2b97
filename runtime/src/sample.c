#include "sample.h"

#include "clock.h"

/* xorshift64*; 0 until the thread's first number. */
static __thread uint64_t state;

static uint64_t next_random(void) {
  uint64_t x = state;
  if (x == 0)
    x = spile_clock_monotonic().v ^ (uint64_t)(uintptr_t)&state << 16 ^ 1;
  x ^= x >> 12;
  x ^= x << 25;
  x ^= x >> 27;
  state = x;
  return x * UINT64_C(2685821657736338717);
}

/* ln(1 + f) for 0 <= f < 1: twice the series of artanh(f / (2 + f)); to 1e-9. */
static double log_1_plus(double f) {
  double s = f / (2 + f), q = s * s;
  double sum =
      1 +
      q * (1.0 / 3 +
           q * (1.0 / 5 +
                q * (1.0 / 7 + q * (1.0 / 9 + q * (1.0 / 11 +
                                                   q * (1.0 / 13 + q / 15))))));
  return 2 * s * sum;
}

/* -ln of a random number in (0, 1]: the number is r / 2^64. */
static double exponential(void) {
  uint64_t r = next_random() | 1;
  int zeros = __builtin_clzll(r);
  double fraction = (double)(r << zeros << 1) * 0x1p-64;
  return 0.693147180559945309 * (zeros + 1) - log_1_plus(fraction);
}

/* -1 / ln(1 - 2^-power) */
static double mean_of(unsigned power) {
  double p = 1.0 / (double)(UINT64_C(1) << power), sum = 0, term = p;
  for (int n = 1; n < 64 && term > 1e-18; ++n, term *= p)
    sum += term / n;
  return 1 / sum;
}

uint64_t spile_sample_gap(unsigned power) {
  static double means[SPILE_POWER_MAX + 1]; /* equal whoever stores them */
  double mean;
  __atomic_load(means + power, &mean, __ATOMIC_RELAXED);
  if (mean == 0) {
    mean = mean_of(power);
    __atomic_store(means + power, &mean, __ATOMIC_RELAXED);
  }
  return 1 + (uint64_t)(int64_t)(exponential() * mean);
}

/* A plan: the power it was made for, + 1, in the low byte; above, how many calls
 * from the end of what is granted the next timed one is. */
int spile_sample_next(uint64_t *plan, unsigned power, uint64_t *grant) {
  uint64_t now = __atomic_load_n(plan, __ATOMIC_RELAXED);
  uint64_t left = now >> 8;
  int is_turn = 0;
  if (power == 0) {
    left = SPILE_GRANT;
  } else if ((now & 255) != power + 1) { /* a new plan: it may begin here */
    left = spile_sample_gap(power) - 1;
    is_turn = left == 0;
  } else {
    is_turn = left == 0;
  }
  if (is_turn)
    left = spile_sample_gap(power);
  *grant = left < SPILE_GRANT ? left : SPILE_GRANT;
  __atomic_store_n(plan, (left - *grant) << 8 | (power + 1), __ATOMIC_RELAXED);
  return is_turn;
}
