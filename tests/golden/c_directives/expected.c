#ifndef GUARDED
#define GUARDED
%: include <stdio.h>
#   include /* which */ "values.h" // here
# \
include <string.h>
#define HEADER <stdlib.h>
#include HEADER
#
#if defined(__has_include) && __has_include(<no/such/header.h>)
#  include <no/such/header.h>

#endif
#undef NOTHING
# define HASH # /* no directive */
#define TEXT(x) #x
#include <spile/scope.h>
static int valued(void) { SPILE_SCOPE("valued"); return VALUE + __COUNTER__; }

static const char *hash(void) { SPILE_SCOPE("hash"); return TEXT(#include <spile/scope.h>); }

#if VALUE
#define COUNTED(name) static int name(void) { return __COUNTER__; } static int name##_too(void)
COUNTED(counted) { SPILE_SCOPE("counted_too"); return __COUNTER__; }
#endif

static int level(void) { SPILE_SCOPE("level"); return __INCLUDE_LEVEL__ + (int)strlen(__BASE_FILE__) + (int)strlen(__TIME__); }

int main(void) { SPILE_SCOPE("main");
  printf("%d %s %d %d %d\n", valued(), hash(), counted(), counted_too(), level());
  return EXIT_SUCCESS;
}
#endif
