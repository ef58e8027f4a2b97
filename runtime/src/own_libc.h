/* own_libc.h: what the runtime needs of libc, with its own text.
 *
 * A program may define malloc, memcpy, open ... itself, count their calls, and have
 * them timed: a runtime that called them would change what the program sees, and
 * call itself. What is left of libc's (dladdr, getauxval, secure_getenv, pthread's
 * keys, fstat, getrlimit, prctl) is called at starts only, under the lock, which
 * keeps the runtime from entering itself (lock.h). The report at exit uses stdio.
 *
 * Results and errno are those of the functions with libc's names.
 * Threads: all may be called from anywhere, signal handlers too.
 * Sources: syscall(2), vdso(7), System V ABI for x86-64 (A.2.1). */
#ifndef SPILE_OWN_LIBC_H
#define SPILE_OWN_LIBC_H

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#if defined(__x86_64__)
static inline long spile_kernel(long number, long a, long b, long c, long d,
                                long e, long f) {
  long result;
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = e;
  register long r9 __asm__("r9") = f;
  __asm__ __volatile__("syscall"
                       : "=a"(result)
                       : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8),
                         "r"(r9)
                       : "rcx", "r11", "memory");
  if (result < 0 && result > -4096) {
    errno = (int)-result;
    return -1;
  }
  return result;
}
#else
static inline long spile_kernel(long number, long a, long b, long c, long d,
                                long e, long f) {
  return syscall(number, a, b, c, d, e, f);
}
#endif

static inline int spile_openat(int dir, const char *path, int flags,
                               unsigned mode) {
  return (int)spile_kernel(SYS_openat, dir, (long)path, flags, (long)mode, 0,
                           0);
}
static inline int spile_open(const char *path, int flags) {
  return spile_openat(AT_FDCWD, path, flags, 0);
}
static inline ssize_t spile_read(int fd, void *to, size_t size) {
  return spile_kernel(SYS_read, fd, (long)to, (long)size, 0, 0, 0);
}
static inline ssize_t spile_write(int fd, const void *from, size_t size) {
  return spile_kernel(SYS_write, fd, (long)from, (long)size, 0, 0, 0);
}
static inline int spile_close(int fd) {
  return (int)spile_kernel(SYS_close, fd, 0, 0, 0, 0, 0);
}
static inline int spile_ftruncate(int fd, uint64_t size) {
  return (int)spile_kernel(SYS_ftruncate, fd, (long)size, 0, 0, 0, 0);
}
static inline int spile_mkdir(const char *path, unsigned mode) {
  return (int)spile_kernel(SYS_mkdirat, AT_FDCWD, (long)path, (long)mode, 0, 0,
                           0);
}
static inline int spile_unlinkat(int dir, const char *path) {
  return (int)spile_kernel(SYS_unlinkat, dir, (long)path, 0, 0, 0, 0);
}
static inline ssize_t spile_readlink(const char *path, char *to, size_t size) {
  return spile_kernel(SYS_readlinkat, AT_FDCWD, (long)path, (long)to,
                      (long)size, 0, 0);
}
static inline void *spile_mmap(void *at, uint64_t size, int protection,
                               int flags, int fd) {
  return (void *)spile_kernel(SYS_mmap, (long)at, (long)size, protection, flags,
                              fd, 0);
}
static inline int spile_munmap(void *at, uint64_t size) {
  return (int)spile_kernel(SYS_munmap, (long)at, (long)size, 0, 0, 0, 0);
}
static inline int spile_mprotect(void *at, uint64_t size, int protection) {
  return (int)spile_kernel(SYS_mprotect, (long)at, (long)size, protection, 0, 0,
                           0);
}
static inline int spile_madvise(void *at, uint64_t size, int advice) {
  return (int)spile_kernel(SYS_madvise, (long)at, (long)size, advice, 0, 0, 0);
}

/* own_libc.c: by the vDSO where the kernel has one. */
int spile_clock_gettime(clockid_t id, struct timespec *now);

/* The assembler keeps compilers from making calls of memcpy and memset out of
 * these. */
static inline void spile_copy(void *to, const void *from, size_t size) {
#if defined(__x86_64__)
  __asm__ __volatile__("rep movsb"
                       : "+D"(to), "+S"(from), "+c"(size)
                       :
                       : "memory");
#else
  for (size_t i = 0; i < size; ++i) {
    ((char *)to)[i] = ((const char *)from)[i];
    __asm__ __volatile__("" ::: "memory");
  }
#endif
}
static inline void spile_zero(void *to, size_t size) {
#if defined(__x86_64__)
  __asm__ __volatile__("rep stosb" : "+D"(to), "+c"(size) : "a"(0) : "memory");
#else
  for (size_t i = 0; i < size; ++i) {
    ((char *)to)[i] = 0;
    __asm__ __volatile__("" ::: "memory");
  }
#endif
}
static inline size_t spile_length(const char *text) {
  size_t length = 0;
  for (; text[length] != '\0'; ++length)
    __asm__ __volatile__(""); /* no strlen */
  return length;
}
static inline int spile_equal(const char *a, const char *b) {
  for (; *a == *b; ++a, ++b)
    if (*a == '\0')
      return 1;
  return 0;
}
/* The last or first `c` in `text`; null if there is none. */
static inline const char *spile_last(const char *text, char c) {
  const char *found = NULL;
  for (; *text != '\0'; ++text)
    if (*text == c)
      found = text;
  return found;
}
static inline const char *spile_first(const char *text, char c) {
  while (*text != '\0' && *text != c)
    ++text;
  return *text == c ? text : NULL;
}

#endif /* SPILE_OWN_LIBC_H */
