#include "process_facts.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static size_t read_file(const char *path, char *out, size_t size) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return 0;
  ssize_t got = read(fd, out, size - 1);
  close(fd);
  out[got > 0 ? got : 0] = '\0';
  return got > 0 ? (size_t)got : 0;
}

static void stat_path(uint32_t pid, char out[32]) {
  char digits[12];
  size_t count = 0;
  strcpy(out, "/proc/");
  for (; pid != 0; pid /= 10)
    digits[count++] = (char)('0' + pid % 10);
  char *at = out + strlen(out);
  if (count == 0)
    at = stpcpy(at, "self");
  while (count != 0)
    *at++ = digits[--count];
  strcpy(at, "/stat");
}

uint64_t spile_process_start(uint32_t pid) {
  char path[32], text[512];
  stat_path(pid, path);
  if (read_file(path, text, sizeof text) == 0)
    return 0;
  /* The program's name, field 2, may hold spaces and brackets. */
  const char *at = strrchr(text, ')');
  if (at == NULL || at[1] != ' ' || at[2] == 'Z' || at[2] == 'X')
    return 0;
  for (int field = 2; field < 22 && at != NULL; ++field)
    at = strchr(at + 1, ' ');
  uint64_t start = 0;
  for (at = at == NULL ? "" : at + 1; *at >= '0' && *at <= '9'; ++at)
    start = start * 10 + (uint64_t)(*at - '0');
  return start;
}

void spile_boot_id(char out[40]) {
  memset(out, 0, 40);
  read_file("/proc/sys/kernel/random/boot_id", out, 37);
}

void spile_exe_path(char *out, size_t size) {
  ssize_t got = readlink("/proc/self/exe", out, size - 1);
  out[got > 0 ? got : 0] = '\0';
}
