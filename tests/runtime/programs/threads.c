/* threads COUNT CALLS [together|one-by-one] [ROUNDS]: COUNT threads make CALLS
 * calls of leaf each, all alive at once or one after the other. */
#include <spile/spile.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static pthread_barrier_t barrier;
static int calls, together;

static int leaf(int x) {
  SPILE_SCOPE("leaf");
  return x + 1;
}

static void *worker(void *unused) {
  {
    SPILE_SCOPE("worker");
    int sum = 0;
    for (int i = 0; i < calls; ++i)
      sum = leaf(sum);
    if (sum != calls)
      abort();
  }
  if (together)
    pthread_barrier_wait(&barrier);
  return unused;
}

static void start(pthread_t *thread) {
  if (pthread_create(thread, NULL, worker, NULL) != 0)
    abort();
}

int main(int argc, char **argv) {
  int count = argc > 1 ? atoi(argv[1]) : 1;
  calls = argc > 2 ? atoi(argv[2]) : 1;
  together = argc > 3 && strcmp(argv[3], "together") == 0;
  pthread_t *threads = malloc((size_t)count * sizeof *threads);
  pthread_barrier_init(&barrier, NULL, (unsigned)count);
  for (int i = 0; i < count; ++i) {
    start(threads + i);
    if (!together)
      pthread_join(threads[i], NULL);
  }
  for (int i = 0; i < count && together; ++i)
    pthread_join(threads[i], NULL);
  free(threads);
  return 0;
}
