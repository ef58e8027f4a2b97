/* forks: calls before, in the child, in the parent; a call in flight over it.
 */
#include <spile/spile.h>

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int leaf(int x) {
  SPILE_SCOPE("leaf");
  return x + 1;
}

static void *worker(void *unused) {
  for (int i = 0; i < 5; ++i)
    leaf(i);
  return unused;
}

static pid_t forking(void) {
  SPILE_SCOPE("forking");
  return fork();
}

static void thread(void) {
  pthread_t one;
  if (pthread_create(&one, NULL, worker, NULL) != 0)
    abort();
  pthread_join(one, NULL);
}

int main(int argc, char **argv) {
  for (int i = 0; i < 10; ++i)
    leaf(i);
  thread();
  pid_t child = forking();
  if (child == 0) {
    for (int i = 0; i < 1000; ++i)
      leaf(i);
    thread();
    if (argc > 1 && strcmp(argv[1], "_exit") == 0)
      _exit(4);
    exit(4);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child)
    return 1;
  for (int i = 0; i < 100; ++i)
    leaf(i);
  return WIFEXITED(status) && WEXITSTATUS(status) == 4 ? 0 : 1;
}
