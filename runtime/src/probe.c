#include "runtime.h"

_Static_assert(sizeof(struct spile_i_slot) == sizeof(struct spile_shm_slot),
               "one slot");
_Static_assert(offsetof(struct spile_i_slot, spile_i_most) ==
                   offsetof(struct spile_shm_slot, most),
               "one slot");
_Static_assert(sizeof(struct spile_i_site) == 64, "part of the ABI");

void spile_i_enter_slow(struct spile_i_site *site,
                        struct spile_i_guard *guard) {
  guard->spile_i_counters = NULL;
  if (spile_lock_is_ours())
    return;
  const unsigned char *mode =
      __atomic_load_n(&site->spile_i_mode, __ATOMIC_ACQUIRE);
  if (mode == &site->spile_i_owner->spile_i_fresh) {
    spile_registry_resolve(site);
    mode = __atomic_load_n(&site->spile_i_mode, __ATOMIC_ACQUIRE);
  }
  unsigned char now = __atomic_load_n(mode, __ATOMIC_RELAXED);
  if (now == SPILE_I_OFF)
    return;
  uintptr_t by_runtime = now == SPILE_I_TIME ? 0 : 1;
  char *block = spile_i_block;
  if (block == NULL)
    block = spile_thread_attach();
  if (block == NULL) {
    block = spile_block(&spile_runtime, SPILE_BLOCK_POOLED);
    by_runtime = 1;
  }
  uintptr_t slot = (uintptr_t)block +
                   __atomic_load_n(&site->spile_i_offset, __ATOMIC_RELAXED);
  guard->spile_i_counters = (struct spile_i_slot *)(slot | by_runtime);
  guard->spile_i_start = spile_clock_ticks(spile_runtime.clock).v;
}

void spile_i_leave_slow(struct spile_i_guard *guard) {
  struct spile_i_slot *slot =
      (struct spile_i_slot *)((uintptr_t)guard->spile_i_counters &
                              ~(uintptr_t)1);
  uint64_t now = spile_clock_ticks(spile_runtime.clock).v;
  /* The thread clock of a fork's child starts again. */
  uint64_t ticks = now > guard->spile_i_start ? now - guard->spile_i_start : 0;
  __atomic_fetch_add(&slot->spile_i_calls, 1, __ATOMIC_RELEASE);
  __atomic_fetch_add(&slot->spile_i_total, ticks, __ATOMIC_RELEASE);
  spile_i_extreme(slot, ticks);
}

void spile_i_extreme(struct spile_i_slot *slot, __UINT64_TYPE__ ticks) {
  if ((int64_t)ticks < 0) /* the counter went back: no time that can be */
    return;
  uint64_t seen = __atomic_load_n(&slot->spile_i_most, __ATOMIC_RELAXED);
  while (ticks > seen &&
         !__atomic_compare_exchange_n(&slot->spile_i_most, &seen, ticks, 1,
                                      __ATOMIC_RELAXED, __ATOMIC_RELAXED))
    ;
  uint64_t low = ticks == 0 ? 1 : ticks;
  seen = __atomic_load_n(&slot->spile_i_least, __ATOMIC_RELAXED);
  while (low - 1 < seen - 1 &&
         !__atomic_compare_exchange_n(&slot->spile_i_least, &seen, low, 1,
                                      __ATOMIC_RELAXED, __ATOMIC_RELAXED))
    ;
}
