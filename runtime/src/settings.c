#include "settings.h"

#include "clock.h"
#include "own_libc.h"
#include "quiet.h"
#include "sample.h"
#define SPILE_I_NO_MODULE
#include "spile/spile.h"

static size_t append(char *line, size_t size, size_t at, const char *text) {
  for (; text != NULL && *text != '\0' && at + 1 < size; ++text)
    line[at++] = *text == '\n' ? ' ' : *text;
  return at;
}

void spile_say(const char *a, const char *b, const char *c) {
  int saved = errno;
  char line[512];
  size_t at = append(line, sizeof line, 0, "spile: ");
  at = append(line, sizeof line, at, a);
  at = append(line, sizeof line, at, b);
  at = append(line, sizeof line, at, c);
  line[at++] = '\n';
  struct spile_quiet quiet;
  spile_quiet_begin(&quiet);
  ssize_t ignored = spile_write(STDERR_FILENO, line, at);
  (void)ignored;
  spile_quiet_end(&quiet);
  errno = saved;
}

static void refuse(const char *name, const char *want) {
  spile_say(name, ": bad value, ignored; expected ", want);
}

static uint32_t number(const char *(*lookup)(const char *), const char *name,
                       uint32_t most, uint32_t otherwise, const char *want) {
  const char *text = lookup(name);
  if (text == NULL || *text == '\0')
    return otherwise;
  uint64_t value = 0;
  for (const char *at = text; *at != '\0'; ++at) {
    if (*at < '0' || *at > '9' || value > most) {
      refuse(name, want);
      return otherwise;
    }
    value = value * 10 + (uint64_t)(*at - '0');
  }
  if (value == 0 || value > most) {
    refuse(name, want);
    return otherwise;
  }
  return (uint32_t)value;
}

/* The mode that "count" or "1/64" names; 0: none. */
static unsigned char counting(const char *text) {
  if (spile_equal(text, "count"))
    return SPILE_I_COUNT;
  uint64_t n = 0;
  if (text[0] != '1' || text[1] != '/')
    return 0;
  for (text += 2; *text >= '0' && *text <= '9' && n < 1000000; ++text)
    n = n * 10 + (uint64_t)(*text - '0');
  if (*text != '\0' || n < 2 || n > 1u << SPILE_POWER_MAX || (n & (n - 1)) != 0)
    return 0;
  return (unsigned char)(SPILE_I_COUNT + __builtin_ctzll(n));
}

void spile_settings_read(struct spile_settings *settings,
                         const char *(*lookup)(const char *name)) {
  spile_zero(settings, sizeof *settings);
  const char *text = lookup("SPILE");
  if (text != NULL && spile_equal(text, "off"))
    settings->off = 1;
  else if (text != NULL && *text != '\0' && !spile_equal(text, "on") &&
           (settings->counts = counting(text)) == 0)
    refuse("SPILE", "on, off, count or 1/N, N = 2, 4, 8 ... 65536");
  text = lookup("SPILE_CLOCK");
  if (text != NULL && *text != '\0') {
    settings->clock = spile_clock_named(text);
    if (settings->clock == 0)
      refuse("SPILE_CLOCK", "tsc, monotonic or thread-cpu");
  }
  text = lookup("SPILE_REPORT");
  if (text != NULL && spile_length(text) < sizeof settings->report)
    spile_copy(settings->report, text, spile_length(text) + 1);
  else if (text != NULL)
    refuse("SPILE_REPORT", "stderr or a path below 256 bytes");
  settings->max_sites = number(lookup, "SPILE_MAX_SITES", 1u << 20,
                               SPILE_SITES_MAX, "1 to 1048576");
  settings->max_workers = number(lookup, "SPILE_MAX_WORKERS", 1u << 16,
                                 SPILE_WORKERS_MAX, "1 to 65536");
  settings->keep = number(lookup, "SPILE_KEEP", 1u << 20, 256, "1 to 1048576");
}
