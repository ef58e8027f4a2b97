/* The shared library that hosts load and link. */
#include <spile/spile.h>

int SPILE_TEST_FUNCTION(int x);

static int inner(int x) {
  SPILE_SCOPE("inner");
  return x + 1;
}

/* Listed at its first call. */
static int unlisted(int x) {
  SPILE_SCOPE_INLINE("unlisted");
  return x;
}

int SPILE_TEST_FUNCTION(int x) {
  SPILE_SCOPE("module_call");
  return unlisted(inner(x));
}
