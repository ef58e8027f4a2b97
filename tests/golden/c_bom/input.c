static int größe(int länge) { int größer = länge + 1; return größer; }

// Names as Unicode and with escapes are the same name.
static int \u00e4nderung(int a) { return a + 2; }

static const char *текст(void) { return "текст"; }

static int 数(int a) { return a; }

#include <stdio.h>

int main(void) {
  printf("%d %d %s %d\n", größe(1), änderung(1), текст(), 数(4));
  return 0;
}
