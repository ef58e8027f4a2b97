#include <spile/scope.h>
#line 1
static int größe(int länge) { SPILE_SCOPE("größe"); int größer = länge + 1; return größer; }

// Names as Unicode and with escapes are the same name.
static int \u00e4nderung(int a) { SPILE_SCOPE("änderung"); return a + 2; }

static const char *текст(void) { SPILE_SCOPE("текст"); return "текст"; }

static int 数(int a) { SPILE_SCOPE("数"); return a; }

#include <stdio.h>

int main(void) { SPILE_SCOPE("main");
  printf("%d %d %s %d\n", größe(1), änderung(1), текст(), 数(4));
  return 0;
}
