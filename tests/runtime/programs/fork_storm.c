/* Threads count and come and go while another thread forks. */
#include <spile/spile.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static atomic_int stop, calls_made;

static void leaf(void) { SPILE_SCOPE("leaf"); }
static void in_child(void) { SPILE_SCOPE("in_child"); }

static void *brief(void *unused) {
  leaf();
  atomic_fetch_add(&calls_made, 1);
  return unused;
}

static void *spawner(void *unused) {
  while (!atomic_load(&stop)) {
    pthread_t one;
    if (pthread_create(&one, NULL, brief, NULL) != 0)
      abort();
    pthread_join(one, NULL);
  }
  return unused;
}

int main(void) {
  pthread_t two[2];
  int bad = 0;
  for (int i = 0; i < 2; ++i)
    if (pthread_create(two + i, NULL, spawner, NULL) != 0)
      return 1;
  for (int i = 0; i < 30; ++i) {
    pid_t child = fork();
    if (child == 0) {
      in_child();
      _exit(0);
    }
    int status = 1;
    waitpid(child, &status, 0);
    bad += status != 0;
  }
  atomic_store(&stop, 1);
  for (int i = 0; i < 2; ++i)
    pthread_join(two[i], NULL);
  /* The main thread makes up to a round number. */
  int rest = 1000000 - atomic_load(&calls_made);
  for (int i = 0; i < rest; ++i)
    leaf();
  return bad != 0 || rest < 0;
}
