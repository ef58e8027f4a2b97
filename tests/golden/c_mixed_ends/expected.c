// Lines that end in CR LF, in LF and in LF with blanks before it.
#include <stdio.h>
#include <spile/scope.h>
static int lf(int a) { SPILE_SCOPE("lf");
  return a;
}
	 
static int crlf(int a)
{ SPILE_SCOPE("crlf");
  return a + __LINE__;
}

static int spliced(int a) \
{ \
  return a + \
    1; }

static const char *text(void) { SPILE_SCOPE("text"); return "a\
b"; }

int main(void) { SPILE_SCOPE("main");
  printf("%d %d %d %s %d\n", lf(1), crlf(1), spliced(1), text(), __LINE__);
  return 0;
}
