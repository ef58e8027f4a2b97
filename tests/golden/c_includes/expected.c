// What stands in an included file is that file's, also if it is a .c file.
#include <stdio.h>
#include "part.c"

#define NAME first
#include "template.inc"
#undef NAME
#define NAME second
#include "template.inc"
#undef NAME
#include <spile/scope.h>
// The brace is in another file than the name.
static int body_elsewhere(int a)
#include "body.inc"

// The rest of the body is in another file.
static int begun(int a) { SPILE_SCOPE("begun");
#include "rest.inc"

static int table(int at) { SPILE_SCOPE("table");
  static const int values[] = {
#include "values.inc"
  };
  return values[at];
}

#include "late.c"

int main(void) { SPILE_SCOPE("main");
  printf("%d %d %d\n", part(1), first(1), second(1));
  printf("%d %d %d %d\n", body_elsewhere(1), begun(1), table(1), late(1));
  return 0;
}
