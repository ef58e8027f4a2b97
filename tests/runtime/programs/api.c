/* The program looks at its own counters; prints the report on stdout. */
#include <spile/counters.h>
#include <spile/spile.h>

#include <errno.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static void leaf(void) { SPILE_SCOPE("leaf"); }

static int add(const struct spile_worker_info *worker,
               const struct spile_site_info *site,
               const struct spile_counts *counts, void *context) {
  if (worker->kind == SPILE_WORKER_LIVE && strcmp(site->name, "leaf") == 0)
    *(uint64_t *)context += counts->calls;
  return 0;
}

static int stop(const struct spile_worker_info *worker,
                const struct spile_site_info *site,
                const struct spile_counts *counts, void *context) {
  (void)worker, (void)site, (void)counts;
  ++*(int *)context;
  return 9;
}

int main(void) {
  uint64_t calls = 0;
  int stopped = 0;
  leaf();
  leaf();
  if (spile_for_each_count(add, &calls) != 0 || calls != 2)
    return 1;
  if (spile_for_each_count(stop, &stopped) != 9 || stopped != 1)
    return 2;
  uint32_t tid = (uint32_t)syscall(SYS_gettid);
  if (spile_print_worker_info_of(stdout, tid) != 0)
    return 3;
  if (spile_print_worker_info_of(stdout, 1) != -ESRCH)
    return 4;
  if (spile_print_worker_info(stdout) != 0)
    return 5;
  return 0;
}
