/* control ROUNDS: threads count and come and go, while one reads all counts and
 * one switches a function off and on; all in one address space, for the thread
 * sanitizer. Prints the calls of the function that stays on, and how many were
 * made of the other. */
#include <spile/counters.h>
#include <spile/spile.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BRIEF = 4, CALLS = 200 };

static atomic_int stop, went_back;
static atomic_long made;

static void leaf(void) { SPILE_SCOPE("leaf"); }
static void switched(void) { SPILE_SCOPE("switched"); }

static void *brief(void *unused) {
  for (int i = 0; i < CALLS; ++i) {
    leaf();
    switched();
  }
  atomic_fetch_add(&made, CALLS);
  return unused;
}

/* What a control program stores into the segment. */
static void *controls(void *unused) {
  struct spile_i_site *site = __start_spile_sites;
  while (strcmp(site->spile_i_name, "switched") != 0)
    ++site;
  switched(); /* gives the site its mode byte */
  atomic_fetch_add(&made, 1);
  unsigned char *mode =
      (void *)(uintptr_t)__atomic_load_n(&site->spile_i_mode, __ATOMIC_ACQUIRE);
  unsigned char on = __atomic_load_n(mode, __ATOMIC_RELAXED);
  while (!atomic_load(&stop)) {
    __atomic_store_n(mode, SPILE_I_OFF, __ATOMIC_RELAXED);
    __atomic_store_n(mode, on, __ATOMIC_RELAXED);
  }
  return unused;
}

static int add_leaves(const struct spile_worker_info *worker,
                      const struct spile_site_info *site,
                      const struct spile_counts *counts, void *sum) {
  (void)worker;
  if (strcmp(site->name, "leaf") == 0)
    *(uint64_t *)sum += counts->calls;
  return 0;
}

static void *reads(void *unused) {
  for (uint64_t last = 0; !atomic_load(&stop);) {
    uint64_t now = 0;
    if (spile_for_each_count(add_leaves, &now) != 0 || now < last)
      atomic_store(&went_back, 1);
    last = now;
  }
  return unused;
}

static void start(pthread_t *thread, void *(*what)(void *)) {
  if (pthread_create(thread, NULL, what, NULL) != 0)
    abort();
}

int main(int argc, char **argv) {
  int rounds = argc > 1 ? atoi(argv[1]) : 1;
  pthread_t two[2], threads[BRIEF];
  start(two, controls);
  start(two + 1, reads);
  for (int i = 0; i < rounds; ++i) {
    for (int t = 0; t < BRIEF; ++t)
      start(threads + t, brief);
    for (int t = 0; t < BRIEF; ++t)
      pthread_join(threads[t], NULL);
  }
  atomic_store(&stop, 1);
  pthread_join(two[0], NULL);
  pthread_join(two[1], NULL);
  printf("calls leaf %ld\nmade %ld\n", (long)rounds * BRIEF * CALLS,
         atomic_load(&made));
  return atomic_load(&went_back);
}
