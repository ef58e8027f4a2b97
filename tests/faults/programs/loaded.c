/* A library with a listed function and one that is listed by its first call. */
#include <spile/spile.h>

void loaded(void);

static void inlined(void) { SPILE_SCOPE_INLINE("inlined"); }

__attribute__((visibility("default"))) void loaded(void) {
  SPILE_SCOPE("loaded");
  inlined();
  inlined();
}
