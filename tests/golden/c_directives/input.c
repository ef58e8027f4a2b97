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

static int valued(void) { return VALUE + __COUNTER__; }

static const char *hash(void) { return TEXT(#include <spile/scope.h>); }

#if VALUE
#define COUNTED(name) static int name(void) { return __COUNTER__; } static int name##_too(void)
COUNTED(counted) { return __COUNTER__; }
#endif

static int level(void) { return __INCLUDE_LEVEL__ + (int)strlen(__BASE_FILE__) + (int)strlen(__TIME__); }

int main(void) {
  printf("%d %s %d %d %d\n", valued(), hash(), counted(), counted_too(), level());
  return EXIT_SUCCESS;
}
#endif
