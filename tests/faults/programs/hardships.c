/* hardships WHAT [PATH]: a server whose surroundings go bad while it runs. WHAT is
 *   nothing
 *   fill         PATH is a file, to be written until no space is left
 *   remove       PATH is a directory to be removed with what is in it
 *   file-limit   no file may grow from here on
 *   memory-limit no address space beyond what is there now, and a little more
 * It counts before and after, in threads and in a child. Prints all calls. */
#include <spile/spile.h>

#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { THREADS = 40, CALLS = 100 };

static pthread_barrier_t barrier;

static void leaf(void) { SPILE_SCOPE("leaf"); }

static void *worker(void *unused) {
  for (int i = 0; i < CALLS; ++i)
    leaf();
  pthread_barrier_wait(&barrier);
  return unused;
}

static void count_in_threads(void) {
  pthread_t threads[THREADS];
  pthread_attr_t small;
  pthread_barrier_init(&barrier, NULL, THREADS);
  pthread_attr_init(&small);
  pthread_attr_setstacksize(&small, 1 << 16);
  for (int i = 0; i < THREADS; ++i)
    if (pthread_create(threads + i, &small, worker, NULL) != 0)
      abort();
  for (int i = 0; i < THREADS; ++i)
    pthread_join(threads[i], NULL);
}

static void fill(const char *path) {
  char bytes[512] = {0};
  int fd = open(path, O_WRONLY | O_CREAT, 0600);
  while (write(fd, bytes, sizeof bytes) == (ssize_t)sizeof bytes)
    ;
  close(fd);
}

static void remove_all(const char *path) {
  DIR *dir = opendir(path);
  for (struct dirent *one; dir != NULL && (one = readdir(dir)) != NULL;)
    unlinkat(dirfd(dir), one->d_name, 0);
  if (dir == NULL || closedir(dir) != 0 || rmdir(path) != 0)
    abort();
}

static void limit(int what, rlim_t bytes) {
  struct rlimit both = {bytes, bytes};
  if (setrlimit(what, &both) != 0)
    abort();
}

static rlim_t address_space(void) {
  long pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (file == NULL || fscanf(file, "%ld", &pages) != 1)
    abort();
  fclose(file);
  return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

static void go_bad(const char *what, const char *path) {
  if (strcmp(what, "fill") == 0)
    fill(path);
  else if (strcmp(what, "remove") == 0)
    remove_all(path);
  else if (strcmp(what, "file-limit") == 0)
    limit(RLIMIT_FSIZE, 4096);
  else if (strcmp(what, "memory-limit") == 0)
    limit(RLIMIT_AS, address_space() + (16u << 20));
}

int main(int argc, char **argv) {
  int status = 1;
  leaf();
  go_bad(argc > 1 ? argv[1] : "nothing", argc > 2 ? argv[2] : "");
  count_in_threads();
  pid_t child = fork();
  if (child == 0) {
    count_in_threads();
    exit(0);
  }
  if (child < 0 || waitpid(child, &status, 0) != child)
    return 1;
  count_in_threads();
  printf("calls leaf %d\n", 1 + 3 * THREADS * CALLS);
  return status != 0;
}
