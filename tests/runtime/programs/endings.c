/* endings HOW: 1000 calls, then one of: return, exit, _exit, quick_exit, kill,
 * wait (print "ready" and sleep until killed). */
#include <spile/spile.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void leaf(void) { SPILE_SCOPE("leaf"); }

int main(int argc, char **argv) {
  const char *how = argc > 1 ? argv[1] : "return";
  for (int i = 0; i < 1000; ++i)
    leaf();
  if (strcmp(how, "wait") == 0) {
    puts("ready");
    fflush(stdout);
    for (;;)
      pause();
  }
  if (strcmp(how, "exit") == 0)
    exit(12);
  if (strcmp(how, "_exit") == 0)
    _exit(13);
  if (strcmp(how, "quick_exit") == 0)
    quick_exit(14);
  if (strcmp(how, "kill") == 0)
    kill(getpid(), SIGKILL);
  return 11;
}
