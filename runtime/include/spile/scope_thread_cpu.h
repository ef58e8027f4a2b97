/* scope_thread_cpu.h: as scope.h, in a program whose configuration says
 * `clock: thread-cpu`. The environment's SPILE_CLOCK still comes first. */
#ifndef SPILE_SCOPE_THREAD_CPU_H
#define SPILE_SCOPE_THREAD_CPU_H
#if defined(__GNUC__)
#pragma GCC system_header
#endif
#include <spile/scope.h>
#ifdef __cplusplus
extern "C" {
#endif
/* enum spile_clock of reader.h; the runtime looks for it at its start. */
extern const unsigned char spile_i_clock_default
    __attribute((__weak__, __visibility__("default")));
__attribute((__weak__, __visibility__("default")))
const unsigned char spile_i_clock_default = 3;
#ifdef __cplusplus
}
#endif
#endif
