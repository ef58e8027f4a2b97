/* Sleeps in one function and computes in another; prints the thread's CPU time
 * of each in nanoseconds. */
#include <spile/spile.h>

#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

static long long cpu(void) {
  struct rusage usage;
  getrusage(RUSAGE_THREAD, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000000LL +
         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1000LL;
}

static long long wall(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static void sleeps(void) {
  SPILE_SCOPE("sleeps");
  struct timespec time = {0, 100000000};
  nanosleep(&time, NULL);
}

static void computes(void) {
  SPILE_SCOPE("computes");
  for (long long from = cpu(); cpu() - from < 100000000LL;)
    ;
}

int main(void) {
  long long cpu0 = cpu(), wall0 = wall();
  sleeps();
  long long wall1 = wall();
  computes();
  printf("wall_of_sleep %lld\ncpu %lld\n", wall1 - wall0, cpu() - cpu0);
  return 0;
}
