/* loads LIBRARY ROUNDS: loads the library, calls it in this thread and another
 * one, and unloads it, ROUNDS times while a thread counts. Prints the calls, and
 * by how many bytes the process grew from a tenth of the way to the end. */
#include <spile/spile.h>

#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static atomic_int stop;
static atomic_long counted;
static void (*call)(void);

static void leaf(void) { SPILE_SCOPE("leaf"); }

static void *counter(void *unused) {
  long calls = 0;
  for (; !atomic_load(&stop); ++calls)
    leaf();
  atomic_fetch_add(&counted, calls);
  return unused;
}

static void *caller(void *unused) {
  call();
  return unused;
}

static int one_round(const char *library) {
  pthread_t one;
  void *handle = dlopen(library, RTLD_NOW);
  if (handle == NULL)
    return 1;
  *(void **)&call = dlsym(handle, "loaded");
  if (call == NULL || pthread_create(&one, NULL, caller, NULL) != 0)
    return 1;
  call();
  pthread_join(one, NULL);
  return dlclose(handle) != 0 ||
         dlopen(library, RTLD_NOW | RTLD_NOLOAD) != NULL;
}

static long resident(void) {
  long size = 0, pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (file == NULL || fscanf(file, "%ld %ld", &size, &pages) != 2)
    abort();
  fclose(file);
  return pages * sysconf(_SC_PAGESIZE);
}

int main(int argc, char **argv) {
  int rounds = argc > 2 ? atoi(argv[2]) : 1;
  long early = 0;
  pthread_t one;
  if (argc < 2 || pthread_create(&one, NULL, counter, NULL) != 0)
    return 1;
  for (int i = 0; i < rounds; ++i) {
    if (i == rounds / 10)
      early = resident();
    if (one_round(argv[1]) != 0)
      return 2;
  }
  atomic_store(&stop, 1);
  pthread_join(one, NULL);
  printf("calls leaf %ld\ncalls loaded %d\ncalls inlined %d\ngrown %ld\n",
         atomic_load(&counted), 2 * rounds, 4 * rounds, resident() - early);
  return 0;
}
