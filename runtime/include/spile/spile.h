/* spile.h: what instrumented code includes.
 *
 * Model
 *
 *   int mk_conn_read(...)
 *   { SPILE_SCOPE("mk_conn_read");          one guard a call, one site a function
 *
 *   site   static data of the function: name, file, line. The sites of one
 *          executable or shared library (a module) lie together in the section
 *          `spile_sites`, so that the runtime lists them before they are called.
 *   block  the counters of one worker (thread): an array of slots, one a site,
 *          in the process's segment (see docs/shm-format.md). Only its own
 *          thread writes it.
 *   guard  {slot, start} on the stack. Whatever way the function is left, the
 *          guard's end adds one call and the elapsed ticks to the slot.
 *
 * SPILE_SCOPE is placed by `spile` and `spile-cc`, right behind a body's opening
 * brace, and is removed by `spile strip`. It expands to declarations only, so
 * C89 declarations may follow it.
 *
 * Threads: everything here may be called from any thread and from signal
 * handlers. Each call touches only the calling thread's block.
 *
 * This header includes nothing: a feature macro such as _GNU_SOURCE that the
 * file defines below still has its effect. Names that begin with spile_i_ are
 * the contract between this header and libspile and may change with it.
 *
 * Sources: DESIGN (docs/design.md); GCC manual, "Common Variable Attributes"
 * (cleanup); Intel SDM volume 2, RDTSC; System V ABI, thread-local storage. */
#ifndef SPILE_SPILE_H
#define SPILE_SPILE_H

#if defined(__GNUC__)
#pragma GCC system_header
#endif

/* Values of a site's mode byte. The fast path is taken for SPILE_I_TIME only;
 * every other value goes through the runtime, so new modes need no new code in
 * instrumented programs. */
#define SPILE_I_OFF 0u   /* record nothing */
#define SPILE_I_TIME 1u  /* count and time with the processor's tick counter */
#define SPILE_I_SLOW 2u  /* count and time, by the runtime (other clocks) */
#define SPILE_I_FRESH 3u /* the site is not registered yet */

/* The including file may have changed how structs are laid out or how symbols
 * are exported; the runtime was built with the defaults. */
#pragma pack(push)
#pragma pack()
#pragma GCC visibility push(default)

#ifdef __cplusplus
extern "C" {
#endif

struct spile_i_module;

/* The static data of one instrumented function; 64 bytes. `mode` and `slot` are
 * written once, by the runtime, when the site is first used: `slot` before
 * `mode`. */
struct spile_i_site {
  const unsigned char *mode; /* where the mode byte is now */
  __UINT32_TYPE__ slot;      /* byte offset of the counters in every block */
  __UINT32_TYPE__ line;      /* of the body's opening brace */
  const char *name;          /* qualified name */
  const char *file;          /* __FILE__ */
  struct spile_i_module *module;
  __UINT64_TYPE__ reserved[3];
} __attribute__((__aligned__(64)));

/* One executable or shared library; the linker keeps one a module. */
struct spile_i_module {
  struct spile_i_site *begin, *end; /* its listed sites */
  unsigned char fresh;              /* SPILE_I_FRESH */
  unsigned char loaded;             /* set by spile_i_module_load */
  __UINT32_TYPE__ first;            /* index of *begin in the segment's table */
  void *runtime;                    /* the runtime's own */
  __UINT64_TYPE__ reserved[3];
};

/* The counters of one function in one worker; times in ticks of the clock. */
struct spile_i_slot {
  __UINT64_TYPE__ calls; /* finished calls */
  __UINT64_TYPE__ total;
  __UINT64_TYPE__ least; /* valid while calls > 0, and then never 0 by itself */
  __UINT64_TYPE__ most;
  __UINT64_TYPE__ reserved[4];
};

/* slot: null when nothing is to be recorded at the end; bit 0 set when the
 * runtime ends the call. */
struct spile_i_guard {
  struct spile_i_slot *slot;
  __UINT64_TYPE__ start;
};

/* The calling thread's block; null until its first call. */
extern __thread char *spile_i_block
    __attribute__((__tls_model__("initial-exec")));

/* Begin a call that the fast path does not take: registers the site, attaches
 * the thread, reads another clock, or finds that nothing is to be recorded.
 * Never fails; errno is kept. */
void spile_i_enter_slow(struct spile_i_site *site, struct spile_i_guard *guard)
    __attribute__((__cold__));

/* End a call whose guard has bit 0 of `slot` set. errno is kept. */
void spile_i_leave_slow(struct spile_i_guard *guard) __attribute__((__cold__));

/* Raise slot->most or lower slot->least to `ticks`; signal safe. */
void spile_i_extreme(struct spile_i_slot *slot, __UINT64_TYPE__ ticks)
    __attribute__((__cold__));

/* List a module's sites; called when it is loaded, again is harmless. */
void spile_i_module_load(struct spile_i_module *module);
/* Forget a module that is being unloaded; its counts stay. */
void spile_i_module_unload(struct spile_i_module *module);

/* Code that wants the types above and instruments nothing (the runtime itself, a
 * reader) defines SPILE_I_NO_MODULE and then needs no libspile. */
#ifndef SPILE_I_NO_MODULE
extern struct spile_i_site __start_spile_sites[]
    __attribute__((__weak__, __visibility__("hidden")));
extern struct spile_i_site __stop_spile_sites[]
    __attribute__((__weak__, __visibility__("hidden")));
extern struct spile_i_module spile_i_module
    __attribute__((__visibility__("hidden")));
__attribute__((
    __weak__,
    __visibility__("hidden"))) struct spile_i_module spile_i_module = {
    __start_spile_sites, __stop_spile_sites, SPILE_I_FRESH, 0, 0, 0, {0, 0, 0}};

__attribute__((__constructor__(101), __no_instrument_function__)) static void
spile_i_on_load(void) {
  if (!spile_i_module.loaded)
    spile_i_module_load(&spile_i_module);
}

__attribute__((__destructor__(101), __no_instrument_function__)) static void
spile_i_on_unload(void) {
  if (spile_i_module.loaded)
    spile_i_module_unload(&spile_i_module);
}
#endif /* SPILE_I_NO_MODULE */

#define SPILE_I_INLINE                                                         \
  static __inline__ __attribute__((                                            \
      __always_inline__, __no_instrument_function__, __artificial__))

#if defined(__x86_64__)
SPILE_I_INLINE __UINT64_TYPE__ spile_i_ticks(void) {
  __UINT32_TYPE__ lo, hi;
  __asm__ __volatile__("rdtsc" : "=a"(lo), "=d"(hi));
  return ((__UINT64_TYPE__)hi << 32) | lo;
}
/* One instruction without a lock prefix: a signal handler on this thread comes
 * before or after it, never between, and no other thread writes the slot. */
SPILE_I_INLINE void spile_i_add(__UINT64_TYPE__ *to, __UINT64_TYPE__ n) {
  __asm__ __volatile__("addq %1, %0" : "+m"(*to) : "er"(n) : "cc");
}
#else
/* No counter that is known to be invariant: modes are never SPILE_I_TIME. */
SPILE_I_INLINE __UINT64_TYPE__ spile_i_ticks(void) { return 0; }
SPILE_I_INLINE void spile_i_add(__UINT64_TYPE__ *to, __UINT64_TYPE__ n) {
  __atomic_fetch_add(to, n, __ATOMIC_RELAXED);
}
#endif

SPILE_I_INLINE void spile_i_enter_to(struct spile_i_site *site,
                                     struct spile_i_guard *guard) {
  const unsigned char *mode = __atomic_load_n(&site->mode, __ATOMIC_ACQUIRE);
  unsigned char now = __atomic_load_n(mode, __ATOMIC_RELAXED);
  char *block = spile_i_block;
  if (__builtin_expect(now == SPILE_I_TIME && block != 0, 1)) {
    guard->slot =
        (struct spile_i_slot *)(void *)(block +
                                        __atomic_load_n(&site->slot,
                                                        __ATOMIC_RELAXED));
    guard->start = spile_i_ticks();
  } else if (now == SPILE_I_OFF) {
    guard->slot = 0;
  } else {
    spile_i_enter_slow(site, guard);
  }
}

SPILE_I_INLINE void spile_i_leave(struct spile_i_guard *guard) {
  struct spile_i_slot *slot = guard->slot;
  if (__builtin_expect(slot != 0, 1)) {
    if (__builtin_expect(((__UINTPTR_TYPE__)slot & 1u) == 0, 1)) {
      __UINT64_TYPE__ ticks = spile_i_ticks() - guard->start;
      spile_i_add(&slot->calls, 1);
      spile_i_add(&slot->total, ticks);
      if (__builtin_expect(
              ticks > __atomic_load_n(&slot->most, __ATOMIC_RELAXED) ||
                  ticks - 1 <
                      __atomic_load_n(&slot->least, __ATOMIC_RELAXED) - 1,
              0))
        spile_i_extreme(slot, ticks);
    } else {
      spile_i_leave_slow(guard);
    }
  }
}

#ifdef __cplusplus
} /* extern "C" */
#else
SPILE_I_INLINE struct spile_i_guard spile_i_enter(struct spile_i_site *site) {
  struct spile_i_guard guard;
  guard.start = 0;
  spile_i_enter_to(site, &guard);
  return guard;
}
#endif

#define SPILE_I_GLUE2(a, b) a##b
#define SPILE_I_GLUE(a, b) SPILE_I_GLUE2(a, b)
#define SPILE_I_SITE SPILE_I_GLUE(spile_i_site_, __LINE__)
#define SPILE_I_GUARD SPILE_I_GLUE(spile_i_guard_, __LINE__)
#define SPILE_I_SITE_OF(name_)                                                 \
  {&spile_i_module.fresh, 0,        __LINE__, name_, __FILE__,                 \
   &spile_i_module,       {0, 0, 0}}

/* SPILE_SCOPE(name): time the rest of the enclosing block as a call of `name`
 * (a string literal). The site is listed from the start of the program, called
 * or not.
 *
 * SPILE_SCOPE_INLINE(name): the same where one function may have several copies
 * that the linker merges (C++ inline functions and templates). Such a site is
 * listed at its first call. */
#ifdef __cplusplus
extern "C++" {
#if __cplusplus >= 201103L
#define SPILE_I_NOEXCEPT noexcept
#else
#define SPILE_I_NOEXCEPT throw()
#endif
class spile_i_scope {
public:
  __attribute__((
      __always_inline__,
      __no_instrument_function__)) explicit spile_i_scope(spile_i_site *site)
      SPILE_I_NOEXCEPT {
    spile_i_enter_to(site, &guard_);
  }
  __attribute__((__always_inline__,
                 __no_instrument_function__)) ~spile_i_scope()
      SPILE_I_NOEXCEPT {
    spile_i_leave(&guard_);
  }

private:
  spile_i_scope(const spile_i_scope &);
  spile_i_scope &operator=(const spile_i_scope &);
  spile_i_guard guard_;
};
}
#define SPILE_I_OPEN_GUARD spile_i_scope SPILE_I_GUARD(&SPILE_I_SITE)
#else
#define SPILE_I_OPEN_GUARD                                                     \
  struct spile_i_guard SPILE_I_GUARD                                           \
      __attribute__((__cleanup__(spile_i_leave))) =                            \
          spile_i_enter(&SPILE_I_SITE)
#endif

#define SPILE_SCOPE(name_)                                                     \
  static struct spile_i_site SPILE_I_SITE                                      \
      __attribute__((__section__("spile_sites"), __used__)) =                  \
          SPILE_I_SITE_OF(name_);                                              \
  SPILE_I_OPEN_GUARD
#define SPILE_SCOPE_INLINE(name_)                                              \
  static struct spile_i_site SPILE_I_SITE = SPILE_I_SITE_OF(name_);            \
  SPILE_I_OPEN_GUARD

#pragma GCC visibility pop
#pragma pack(pop)

#endif /* SPILE_SPILE_H */
