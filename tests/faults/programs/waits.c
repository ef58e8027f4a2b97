/* waits CALLS: makes so many calls, writes a line, and waits for a line. */
#include <spile/spile.h>

#include <stdlib.h>
#include <unistd.h>

static void leaf(void) { SPILE_SCOPE("leaf"); }

int main(int argc, char **argv) {
  char byte;
  for (int i = argc > 1 ? atoi(argv[1]) : 1; i > 0; --i)
    leaf();
  return write(1, "\n", 1) != 1 || read(0, &byte, 1) < 0;
}
