#include "runtime.h"

_Static_assert(sizeof(struct spile_i_slot) == sizeof(struct spile_shm_slot),
               "one slot");
_Static_assert(offsetof(struct spile_i_slot, spile_i_most) ==
                   offsetof(struct spile_shm_slot, most),
               "one slot");
_Static_assert(offsetof(struct spile_i_slot, spile_i_plan) ==
                   offsetof(struct spile_shm_slot, plan),
               "one slot");
_Static_assert(sizeof(struct spile_i_site) == 64, "part of the ABI");

/* The low bits of a guard's slot address. */
enum { BY_RUNTIME = 1, POWER = 1, TAGS = 63 };
_Static_assert(sizeof(struct spile_i_slot) == TAGS + 1, "tags fit");

static void open_call(struct spile_i_guard *guard, struct spile_i_slot *slot,
                      uintptr_t tags) {
  guard->spile_i_counters = (struct spile_i_slot *)((uintptr_t)slot | tags);
  guard->spile_i_start = spile_clock_ticks(spile_runtime.clock).v;
}

static struct spile_i_slot *slot_in(char *block,
                                    const struct spile_i_site *site) {
  return (struct spile_i_slot *)(void *)(block +
                                         __atomic_load_n(&site->spile_i_offset,
                                                         __ATOMIC_RELAXED));
}

static unsigned char mode_of(const struct spile_i_site *site) {
  return __atomic_load_n(__atomic_load_n(&site->spile_i_mode, __ATOMIC_ACQUIRE),
                         __ATOMIC_RELAXED);
}

static unsigned power_of(unsigned char mode) {
  unsigned power = (unsigned)mode - SPILE_I_COUNT;
  return power > SPILE_POWER_MAX ? SPILE_POWER_MAX : power;
}

/* Of threads without a block: each call by chance, with no plan. */
static void enter_pooled(struct spile_i_guard *guard, struct spile_i_slot *slot,
                         unsigned power) {
  __atomic_fetch_add(&slot->spile_i_calls, 1, __ATOMIC_RELEASE);
  __atomic_fetch_add(&slot->spile_i_granted, 1, __ATOMIC_RELEASE);
  if (power != 0 && spile_sample_gap(power) == 1)
    open_call(guard, slot, BY_RUNTIME | power << POWER);
}

void spile_i_enter_counted(struct spile_i_site *site,
                           struct spile_i_guard *guard) {
  struct spile_i_slot *slot = slot_in(spile_i_block, site);
  unsigned char mode = mode_of(site);
  unsigned power = mode < SPILE_I_COUNT ? 0 : power_of(mode);
  uint64_t grant;
  int is_turn = spile_sample_next(&slot->spile_i_plan, power, &grant);
  spile_i_add(&slot->spile_i_granted, grant);
  spile_i_add(&slot->spile_i_left, grant);
  if (is_turn)
    open_call(guard, slot, BY_RUNTIME | power << POWER);
}

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
  if (now == SPILE_I_OFF || now == SPILE_I_FRESH)
    return;
  char *block = spile_i_block;
  if (block == NULL)
    block = spile_thread_attach();
  int is_pooled = block == NULL;
  if (is_pooled)
    block = spile_block(&spile_runtime, SPILE_BLOCK_POOLED);
  struct spile_i_slot *slot = slot_in(block, site);
  if (now < SPILE_I_COUNT) {
    open_call(guard, slot, is_pooled || now != SPILE_I_TIME ? BY_RUNTIME : 0);
  } else if (is_pooled) {
    enter_pooled(guard, slot, power_of(now));
  } else {
    spile_i_add(&slot->spile_i_calls, 1);
    if (spile_i_take(&slot->spile_i_left))
      spile_i_enter_counted(site, guard);
  }
}

void spile_i_leave_slow(struct spile_i_guard *guard) {
  uintptr_t tagged = (uintptr_t)guard->spile_i_counters;
  struct spile_i_slot *slot =
      (struct spile_i_slot *)(tagged & ~(uintptr_t)TAGS);
  unsigned power = (tagged & TAGS) >> POWER;
  uint64_t now = spile_clock_ticks(spile_runtime.clock).v;
  /* The thread clock of a fork's child starts again. */
  uint64_t ticks = now > guard->spile_i_start ? now - guard->spile_i_start : 0;
  if (power == 0)
    __atomic_fetch_add(&slot->spile_i_calls, 1, __ATOMIC_RELEASE);
  else
    __atomic_fetch_add(&slot->spile_i_weight, UINT64_C(1) << power,
                       __ATOMIC_RELEASE);
  __atomic_fetch_add(&slot->spile_i_total, ticks << power, __ATOMIC_RELEASE);
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
