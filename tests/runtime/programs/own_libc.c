/* own_libc: defines functions of libc itself, timed, and counts who calls them, on
 * threads, around a fork and with late sites. Prints "NAME CALLS" for each; with
 * SPILE=off it prints the same, as the runtime calls none of them. */
#include <spile/spile.h>

#include <fcntl.h>
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
  MEMCPY,
  MEMSET,
  STRLEN,
  STRCMP,
  MALLOC,
  CALLOC,
  OPEN,
  READ,
  CLOCK,
  LAST
};
static const char *const names[] = {"memcpy", "memset", "strlen",
                                    "strcmp", "malloc", "calloc",
                                    "open",   "read",   "clock_gettime"};
static unsigned long called[LAST];

static int inner(int x) {
  SPILE_SCOPE("inner");
  return x + 1;
}
#define COUNT(which)                                                           \
  __atomic_fetch_add(&called[which], 1, __ATOMIC_RELAXED);                     \
  inner(1)

void *memcpy(void *restrict to, const void *restrict from, size_t size) {
  SPILE_SCOPE("memcpy");
  COUNT(MEMCPY);
  for (size_t i = 0; i < size; ++i)
    ((volatile char *)to)[i] = ((const char *)from)[i];
  return to;
}
void *memset(void *to, int byte, size_t size) {
  SPILE_SCOPE("memset");
  COUNT(MEMSET);
  for (size_t i = 0; i < size; ++i)
    ((volatile char *)to)[i] = (char)byte;
  return to;
}
size_t strlen(const char *text) {
  SPILE_SCOPE("strlen");
  COUNT(STRLEN);
  size_t length = 0;
  while (((const volatile char *)text)[length] != '\0')
    ++length;
  return length;
}
int strcmp(const char *a, const char *b) {
  SPILE_SCOPE("strcmp");
  COUNT(STRCMP);
  for (; *a == *b && *a != '\0'; ++a, ++b)
    ;
  return *a - *b;
}

static char heap[1 << 22];
static size_t used;
void *malloc(size_t size) {
  SPILE_SCOPE("malloc");
  COUNT(MALLOC);
  return heap +
         __atomic_fetch_add(&used, (size + 15) / 16 * 16, __ATOMIC_RELAXED);
}
void *calloc(size_t count, size_t size) {
  SPILE_SCOPE("calloc");
  COUNT(CALLOC);
  return heap + __atomic_fetch_add(&used, (count * size + 15) / 16 * 16,
                                   __ATOMIC_RELAXED);
}
void free(void *what) { (void)what; }

int open(const char *path, int flags, ...) {
  SPILE_SCOPE("open");
  COUNT(OPEN);
  return (int)syscall(SYS_openat, AT_FDCWD, path, flags, 0600);
}
ssize_t read(int fd, void *to, size_t size) {
  SPILE_SCOPE("read");
  COUNT(READ);
  return syscall(SYS_read, fd, to, size);
}
int clock_gettime(clockid_t id, struct timespec *now) {
  SPILE_SCOPE("clock_gettime");
  COUNT(CLOCK);
  return (int)syscall(SYS_clock_gettime, id, now);
}

static void *worker(void *unused) {
  SPILE_SCOPE_INLINE("late");
  struct timespec now;
  for (int i = 0; i < 100; ++i)
    inner(i);
  clock_gettime(CLOCK_MONOTONIC, &now);
  return unused;
}

int main(void) {
  pthread_t threads[4];
  for (int i = 0; i < 4; ++i)
    if (pthread_create(threads + i, NULL, worker, NULL) != 0)
      return 1;
  for (int i = 0; i < 4; ++i)
    pthread_join(threads[i], NULL);
  pid_t child = fork();
  if (child == 0)
    _exit(inner(4));
  int status = 0;
  waitpid(child, &status, 0);
  unsigned long seen[LAST];
  for (int i = 0; i < LAST; ++i)
    seen[i] = called[i];
  for (int i = 0; i < LAST; ++i)
    printf("%s %lu\n", names[i], seen[i]);
  return WEXITSTATUS(status);
}
