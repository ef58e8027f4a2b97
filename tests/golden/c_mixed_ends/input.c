// Lines that end in CR LF, in LF and in LF with blanks before it.
#include <stdio.h>

static int lf(int a) {
  return a;
}
	 
static int crlf(int a)
{
  return a + __LINE__;
}

static int spliced(int a) \
{ \
  return a + \
    1; }

static const char *text(void) { return "a\
b"; }

int main(void) {
  printf("%d %d %d %s %d\n", lf(1), crlf(1), spliced(1), text(), __LINE__);
  return 0;
}
