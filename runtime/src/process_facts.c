#include "process_facts.h"

#include "own_libc.h"

static size_t read_file(const char *path, char *out, size_t size) {
  int fd = spile_open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return 0;
  ssize_t got = spile_read(fd, out, size - 1);
  spile_close(fd);
  out[got > 0 ? got : 0] = '\0';
  return got > 0 ? (size_t)got : 0;
}

/* Its end, where the next one goes. */
static char *put(char *to, const char *text) {
  size_t length = spile_length(text);
  spile_copy(to, text, length + 1);
  return to + length;
}

static void stat_path(uint32_t pid, char out[32]) {
  char digits[12];
  size_t count = 0;
  char *at = put(out, "/proc/");
  for (; pid != 0; pid /= 10)
    digits[count++] = (char)('0' + pid % 10);
  if (count == 0)
    at = put(at, "self");
  while (count != 0)
    *at++ = digits[--count];
  put(at, "/stat");
}

uint64_t spile_process_start(uint32_t pid) {
  char path[32], text[512];
  stat_path(pid, path);
  if (read_file(path, text, sizeof text) == 0)
    return 0;
  /* The program's name, field 2, may hold spaces and brackets. */
  const char *at = spile_last(text, ')');
  if (at == NULL || at[1] != ' ' || at[2] == 'Z' || at[2] == 'X')
    return 0;
  for (int field = 2; field < 22 && at != NULL; ++field)
    at = spile_first(at + 1, ' ');
  uint64_t start = 0;
  for (at = at == NULL ? "" : at + 1; *at >= '0' && *at <= '9'; ++at)
    start = start * 10 + (uint64_t)(*at - '0');
  return start;
}

void spile_boot_id(char out[40]) {
  spile_zero(out, 40);
  read_file("/proc/sys/kernel/random/boot_id", out, 37);
}

void spile_exe_path(char *out, size_t size) {
  ssize_t got = spile_readlink("/proc/self/exe", out, size - 1);
  out[got > 0 ? got : 0] = '\0';
}
