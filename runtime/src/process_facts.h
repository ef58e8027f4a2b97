/* process_facts.h: what the kernel tells about processes.
 *
 * Nothing here allocates memory.
 * Sources: proc(5). */
#ifndef SPILE_PROCESS_FACTS_H
#define SPILE_PROCESS_FACTS_H

#include <stddef.h>
#include <stdint.h>

/* Field 22 of /proc/PID/stat, in clock ticks since boot; `pid` 0 is the caller.
 * 0 if there is no such process or it has ended and only waits to be reaped. */
uint64_t spile_process_start(uint32_t pid);

/* This boot's id, 36 characters; an empty string if unknown. */
void spile_boot_id(char out[40]);

/* The path of this process's executable, cut to fit; "" if unknown. */
void spile_exe_path(char *out, size_t size);

#endif /* SPILE_PROCESS_FACTS_H */
