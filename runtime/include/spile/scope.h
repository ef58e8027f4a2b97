/* scope.h: the include that Spile inserts, with SPILE_SCOPE.
 *
 * Spile knows its own insertions by the name of this header: code that people
 * write by hand includes <spile/spile.h> instead and is never touched. */
#ifndef SPILE_SCOPE_H
#define SPILE_SCOPE_H
#if defined(__GNUC__)
#pragma GCC system_header
#endif
#include <spile/spile.h>
#endif
