/* daemonised FILE: becomes a daemon inside of an instrumented function, closes
 * every descriptor, and counts with threads. FILE is made at its end. Prints the
 * calls of all processes. */
#include <spile/spile.h>

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void leaf(void) { SPILE_SCOPE("leaf"); }

/* Ends in the daemon only: the parent leaves inside. */
static int leave_terminal(void) {
  SPILE_SCOPE("leave_terminal");
  return daemon(0, 0);
}

static void *worker(void *unused) {
  for (int i = 0; i < 100; ++i)
    leaf();
  return unused;
}

int main(int argc, char **argv) {
  leaf();
  printf("calls leaf %d\ncalls leave_terminal 1\n", 1 + 10 * 100);
  fflush(stdout);
  if (leave_terminal() != 0)
    return 1;
  for (int fd = 0; fd < 256; ++fd)
    close(fd);
  for (int i = 0; i < 10; ++i) {
    pthread_t one;
    if (pthread_create(&one, NULL, worker, NULL) != 0)
      return 1;
    pthread_join(one, NULL);
  }
  return argc > 1 && open(argv[1], O_CREAT | O_WRONLY, 0600) < 0;
}
