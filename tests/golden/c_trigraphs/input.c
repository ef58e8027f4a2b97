// Trigraphs, which only old standards read.
??=include <stdio.h>

static int opened(void) ??< return 1; ??>

static int digits(void) { return ??-0 ??' 3; }

static int spliced(void) ??/
{ return '??/''; }

static const char *text(void) { return "??(??)"; }

int main(void) {
  printf("%d %d %d %s\n", opened(), digits(), spliced(), text());
  return 0;
}
