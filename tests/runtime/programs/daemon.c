/* daemon DIRECTORY: closes every descriptor, loses the directory of its
 * segment, then starts threads that call; "leaf" is called 10 * 7 times after
 * that. The number of descriptors that were open is the exit status. */
#include <spile/spile.h>

#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void leaf(void) { SPILE_SCOPE("leaf"); }

static void *worker(void *unused) {
  for (int i = 0; i < 7; ++i)
    leaf();
  return unused;
}

static int open_descriptors(void) {
  int count = 0;
  for (int fd = 3; fd < 256; ++fd)
    count += fcntl(fd, F_GETFD) != -1;
  return count;
}

int main(int argc, char **argv) {
  leaf();
  int open_now = open_descriptors();
  for (int fd = 0; fd < 256; ++fd)
    close(fd);
  if (argc > 2 && rename(argv[1], argv[2]) != 0)
    return 90;
  if (geteuid() == 0 && (chroot("/proc/self/fdinfo") != 0 || chdir("/") != 0 ||
                         setgid(65534) != 0 || setuid(65534) != 0))
    return 91;
  for (int i = 0; i < 10; ++i) {
    pthread_t one;
    if (pthread_create(&one, NULL, worker, NULL) != 0)
      return 92;
    pthread_join(one, NULL);
  }
  return open_now;
}
