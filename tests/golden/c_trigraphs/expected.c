#include <spile/scope.h> // Trigraphs, which only old standards read.
??=include <stdio.h>

static int opened(void) ??< return 1; ??>

static int digits(void) { SPILE_SCOPE("digits"); return ??-0 ??' 3; }

static int spliced(void) ??/
{ return '??/''; }

static const char *text(void) { SPILE_SCOPE("text"); return "??(??)"; }

int main(void) { SPILE_SCOPE("main");
  printf("%d %d %d %s\n", opened(), digits(), spliced(), text());
  return 0;
}
