/* no_tsc HOW: the processor's tick counter may not be used. HOW is told (this
 * program's prctl says so) or forbidden (a read of it raises SIGSEGV). Prints the
 * calls. */
#include <spile/spile.h>

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static int told;

int prctl(int option, ...) {
  va_list more;
  va_start(more, option);
  void *first = va_arg(more, void *);
  va_end(more);
  if (option == PR_GET_TSC && told) {
    *(int *)first = PR_TSC_SIGSEGV;
    return 0;
  }
  return (int)syscall(SYS_prctl, option, first, 0, 0, 0);
}

static void leaf(void) { SPILE_SCOPE("leaf"); }

/* Before the runtime starts. */
static void forbid(int argc, char **argv) {
  if (argc > 1 && strcmp(argv[1], "forbidden") == 0)
    prctl(PR_SET_TSC, (void *)PR_TSC_SIGSEGV);
  else
    told = 1;
}
__attribute__((section(".preinit_array"),
               used)) static void (*const first)(int, char **) = forbid;

int main(void) {
  for (int i = 0; i < 1000; ++i)
    leaf();
  puts("calls leaf 1000");
  return 0;
}
