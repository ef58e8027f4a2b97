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

struct spile_i_guard spile_i_begin(struct spile_i_site *site) {
  return spile_i_enter(site);
}

void spile_i_end(struct spile_i_guard guard) { spile_i_leave(&guard); }

/* The low bits of a guard's slot address. */
enum { BY_RUNTIME = 1, POWER = 1, TAGS = 63 };
_Static_assert(sizeof(struct spile_i_slot) == TAGS + 1, "tags fit");

static struct spile_i_guard open_call(struct spile_i_slot *slot,
                                      uintptr_t tags) {
  return (struct spile_i_guard){(struct spile_i_slot *)((uintptr_t)slot | tags),
                                spile_clock_ticks(spile_runtime.clock).v};
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

static const struct spile_i_guard none;

/* Of threads without a block: each call by chance, with no plan. */
static struct spile_i_guard enter_pooled(struct spile_i_slot *slot,
                                         unsigned power) {
  __atomic_fetch_add(&slot->spile_i_calls, 1, __ATOMIC_RELEASE);
  __atomic_fetch_add(&slot->spile_i_granted, 1, __ATOMIC_RELEASE);
  if (power == 0 || spile_sample_gap(power) != 1)
    return none;
  return open_call(slot, BY_RUNTIME | power << POWER);
}

struct spile_i_guard spile_i_enter_counted(struct spile_i_site *site) {
  struct spile_i_slot *slot = slot_in(spile_i_block, site);
  unsigned char mode = mode_of(site);
  unsigned power = mode < SPILE_I_COUNT ? 0 : power_of(mode);
  uint64_t grant;
  int is_turn = spile_sample_next(&slot->spile_i_plan, power, &grant);
  spile_i_add(&slot->spile_i_granted, grant);
  spile_i_add(&slot->spile_i_left, grant);
  return is_turn ? open_call(slot, BY_RUNTIME | power << POWER) : none;
}

struct spile_i_guard spile_i_enter_call(struct spile_i_site *site) {
  if (spile_lock_is_ours())
    return none;
  if (__atomic_load_n(&site->spile_i_mode, __ATOMIC_ACQUIRE) ==
      &site->spile_i_owner->spile_i_fresh)
    spile_registry_resolve(site);
  unsigned char mode = mode_of(site);
  if (mode == SPILE_I_OFF || mode == SPILE_I_FRESH)
    return none;
  char *block = spile_i_block;
  if (block == NULL)
    block = spile_thread_attach();
  int is_pooled = block == NULL;
  if (is_pooled)
    block = spile_block(&spile_runtime, SPILE_BLOCK_POOLED);
  struct spile_i_slot *slot = slot_in(block, site);
  if (mode < SPILE_I_COUNT)
    return open_call(slot, is_pooled || mode != SPILE_I_TIME ? BY_RUNTIME : 0);
  if (is_pooled)
    return enter_pooled(slot, power_of(mode));
  spile_i_add(&slot->spile_i_calls, 1);
  return spile_i_take(&slot->spile_i_left) ? spile_i_enter_counted(site) : none;
}

/* Atomic: the slot may be that of the pooled threads, or of a thread where the call
 * began before its stack went on in this one. */
static void add_to(uint64_t *to, uint64_t n) {
  __atomic_fetch_add(to, n, __ATOMIC_RELEASE);
}

void spile_i_leave_call(struct spile_i_guard guard) {
  uintptr_t tagged = (uintptr_t)guard.spile_i_counters;
  struct spile_i_slot *slot =
      (struct spile_i_slot *)(tagged & ~(uintptr_t)TAGS);
  unsigned power = (tagged & TAGS) >> POWER;
  uint64_t now = spile_clock_ticks(spile_runtime.clock).v;
  /* The thread clock of a fork's child starts again. */
  uint64_t ticks = now > guard.spile_i_start ? now - guard.spile_i_start : 0;
  if (power == 0)
    add_to(&slot->spile_i_calls, 1);
  else
    add_to(&slot->spile_i_weight, UINT64_C(1) << power);
  add_to(&slot->spile_i_total, ticks << power);
  if (ticks > __atomic_load_n(&slot->spile_i_most, __ATOMIC_RELAXED) ||
      ticks - 1 < __atomic_load_n(&slot->spile_i_least, __ATOMIC_RELAXED) - 1)
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
