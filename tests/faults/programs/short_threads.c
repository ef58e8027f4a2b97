/* short_threads COUNT ALIVE: COUNT threads, ALIVE of them at a time, make two
 * calls each. Prints the calls, and by how many bytes the process grew from a
 * tenth of the way to the end. */
#include <spile/spile.h>

#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void first(void) { SPILE_SCOPE("first"); }
static void last(void) { SPILE_SCOPE("last"); }

struct place {
  pthread_t thread;
  sem_t may_end;
};

static void *worker(void *at) {
  struct place *place = at;
  first();
  while (sem_wait(&place->may_end) != 0)
    ;
  last();
  return NULL;
}

static void end(struct place *place) {
  sem_post(&place->may_end);
  pthread_join(place->thread, NULL);
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
  int count = argc > 1 ? atoi(argv[1]) : 1,
      alive = argc > 2 ? atoi(argv[2]) : 1;
  struct place *places = calloc((size_t)alive, sizeof *places);
  long early = 0;
  if (places == NULL || count < alive)
    return 1;
  for (int i = 0; i < count; ++i) {
    struct place *place = places + i % alive;
    if (i == count / 10)
      early = resident();
    if (i >= alive)
      end(place);
    if (i < alive && sem_init(&place->may_end, 0, 0) != 0)
      return 1;
    if (pthread_create(&place->thread, NULL, worker, place) != 0)
      return 1;
  }
  for (int i = 0; i < alive; ++i)
    end(places + i);
  printf("calls first %d\ncalls last %d\ngrown %ld\n", count, count,
         resident() - early);
  free(places);
  return 0;
}
