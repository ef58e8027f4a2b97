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

/* Values of a site's mode byte. */
#define SPILE_I_OFF 0u   /* record nothing */
#define SPILE_I_TIME 1u  /* count and time with the processor's tick counter */
#define SPILE_I_SLOW 2u  /* count and time, by the runtime (other clocks) */
#define SPILE_I_FRESH 3u /* the site is not registered yet */
#define SPILE_I_COUNT 4u /* count; 4 + k, k = 1...16: and time 1 call in 2^k */

/* The including file may have changed how structs are laid out or how symbols
 * are exported; the runtime was built with the defaults. `#pragma pack()` would
 * go back to -fpack-struct. */
#pragma pack(push, 8)
/* ... and for which processor functions are made. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC push_options
#pragma GCC reset_options
#endif
#pragma GCC visibility push(default)

/* Said of system headers too with -Wsystem-headers, or of what is inlined. */
#pragma GCC diagnostic push
#ifndef __clang__
#pragma GCC diagnostic ignored "-Waggregate-return"
#endif
#ifdef __cplusplus
#pragma GCC diagnostic ignored "-Wzero-as-null-pointer-constant"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Weffc++"
extern "C" {
#endif

struct spile_i_module;

/* The static data of one instrumented function; 64 bytes. `mode` and `offset`
 * are written once, by the runtime, when the site is first used: `offset` before
 * `mode`. */
struct spile_i_site {
  const unsigned char *spile_i_mode; /* where the mode byte is now */
  __UINT32_TYPE__ spile_i_offset;    /* of the counters, bytes in every block */
  __UINT32_TYPE__ spile_i_line;      /* of the body's opening brace */
  const char *spile_i_name;          /* qualified name */
  const char *spile_i_file;          /* __FILE__ */
  struct spile_i_module *spile_i_owner;
  __UINT64_TYPE__ spile_i_reserved[3];
} __attribute((__aligned__(64)));

/* One executable or shared library; the linker keeps one a module. */
struct spile_i_module {
  struct spile_i_site *spile_i_begin, *spile_i_end; /* its listed sites */
  unsigned char spile_i_fresh;                      /* SPILE_I_FRESH */
  unsigned char spile_i_loaded;  /* set by spile_i_module_load */
  __UINT32_TYPE__ spile_i_first; /* index of *begin in the segment's table */
  void *spile_i_runtime;         /* the runtime's own */
  __UINT64_TYPE__ spile_i_reserved[3];
};

/* The counters of one function in one worker; times in ticks of the clock. A call
 * that is timed counts when it ends, one that is only counted when it begins. */
struct spile_i_slot {
  __UINT64_TYPE__ spile_i_calls;
  __UINT64_TYPE__ spile_i_total;
  __UINT64_TYPE__ spile_i_least; /* never 0 once a call was timed */
  __UINT64_TYPE__ spile_i_most;
  __UINT64_TYPE__ spile_i_left;    /* calls to count before the runtime looks */
  __UINT64_TYPE__ spile_i_granted; /* sum of what `left` was ever given */
  __UINT64_TYPE__
  spile_i_weight;               /* calls that the timed ones in 2^k stand for */
  __UINT64_TYPE__ spile_i_plan; /* the runtime's own */
};

/* counters: null when nothing is to be recorded at the end; bit 0 set when the
 * runtime ends the call, k in bits 1 to 5 when it stands for 2^k calls. */
struct spile_i_guard {
  struct spile_i_slot *spile_i_counters;
  __UINT64_TYPE__ spile_i_start;
};

/* The calling thread's block; null until its first call. */
extern __thread char *spile_i_block
    __attribute((__tls_model__("initial-exec")));

/* What the inline functions below do, as calls: fewer bytes a function. */
struct spile_i_guard spile_i_begin(struct spile_i_site *)
    __attribute((__nothrow__));
void spile_i_end(struct spile_i_guard) __attribute((__nothrow__));

/* Begin the call of a site that the fast path does not take: registers the site,
 * attaches the thread, reads another clock, or finds that nothing is to be
 * recorded. Never fails; errno is kept. */
struct spile_i_guard spile_i_enter_call(struct spile_i_site *)
    __attribute((__cold__, __nothrow__));

/* Begin a call that was counted and found nothing left in the slot: times it if it
 * is its turn, and says how many to count next. errno is kept. */
struct spile_i_guard spile_i_enter_counted(struct spile_i_site *)
    __attribute((__cold__, __nothrow__));

/* End a call whose guard has bit 0 of `counters` set. errno is kept. */
void spile_i_leave_call(struct spile_i_guard)
    __attribute((__cold__, __nothrow__));

/* Raise the slot's most or lower its least to so many ticks; signal safe. */
void spile_i_extreme(struct spile_i_slot *, __UINT64_TYPE__)
    __attribute((__cold__, __nothrow__));

/* List a module's sites; called when it is loaded, again is harmless. */
void spile_i_module_load(struct spile_i_module *) __attribute((__nothrow__));
/* Forget a module that is being unloaded; its counts stay. */
void spile_i_module_unload(struct spile_i_module *) __attribute((__nothrow__));

/* The calling thread's spile_i_block, for load.h. */
char *spile_i_thread_block(void) __attribute((__nothrow__));

#ifdef SPILE_I_LOAD
#include <spile/load.h>
#else
#define SPILE_I_FIND_RUNTIME() (void)0
#define SPILE_I_BLOCK spile_i_block
#define SPILE_I_ENTER spile_i_enter_call
#define SPILE_I_COUNTED spile_i_enter_counted
#define SPILE_I_LEAVE spile_i_leave_call
#define SPILE_I_EXTREME spile_i_extreme
#define SPILE_I_MODULE_LOAD spile_i_module_load
#define SPILE_I_MODULE_UNLOAD spile_i_module_unload
#endif

/* Code that wants the types above and instruments nothing (the runtime itself, a
 * reader) defines SPILE_I_NO_MODULE and then needs no libspile. */
#ifndef SPILE_I_NO_MODULE
extern struct spile_i_site __start_spile_sites[]
    __attribute((__weak__, __visibility__("hidden")));
extern struct spile_i_site __stop_spile_sites[]
    __attribute((__weak__, __visibility__("hidden")));
extern struct spile_i_module spile_i_module
    __attribute((__visibility__("hidden")));
__attribute((__weak__,
             __visibility__("hidden"))) struct spile_i_module spile_i_module = {
    __start_spile_sites, __stop_spile_sites, SPILE_I_FRESH, 0, 0, 0, {0, 0, 0}};

__attribute((__constructor__(101), __no_instrument_function__)) static void
spile_i_on_load(void) {
  SPILE_I_FIND_RUNTIME();
  if (!spile_i_module.spile_i_loaded)
    SPILE_I_MODULE_LOAD(&spile_i_module);
}

__attribute((__destructor__(101), __no_instrument_function__)) static void
spile_i_on_unload(void) {
  if (spile_i_module.spile_i_loaded)
    SPILE_I_MODULE_UNLOAD(&spile_i_module);
}
#endif /* SPILE_I_NO_MODULE */

#define SPILE_I_INLINE                                                         \
  static __inline__                                                            \
      __attribute((__always_inline__, __no_instrument_function__,              \
                   __artificial__, __nothrow__))

#if defined(__x86_64__)
SPILE_I_INLINE __UINT64_TYPE__ spile_i_ticks(void) {
  __UINT32_TYPE__ spile_i_lo, spile_i_hi;
  __asm__ __volatile__("rdtsc" : "=a"(spile_i_lo), "=d"(spile_i_hi));
  return ((__UINT64_TYPE__)spile_i_hi << 32) | spile_i_lo;
}
/* One instruction without a lock prefix: a signal handler on this thread comes
 * before or after it, never between, and no other thread writes the slot. */
SPILE_I_INLINE void spile_i_add(__UINT64_TYPE__ *spile_i_to,
                                __UINT64_TYPE__ spile_i_n) {
  /* AT&T's order, and Intel's for -masm=intel */
  __asm__ __volatile__("add{q %1, %0| qword ptr %0, %1}"
                       : "+m"(*spile_i_to)
                       : "er"(spile_i_n)
                       : "cc");
}
/* One less; whether there was none left. */
SPILE_I_INLINE int spile_i_take(__UINT64_TYPE__ *spile_i_from) {
  int spile_i_none;
  __asm__ __volatile__("sub{q $1, %0| qword ptr %0, 1}"
                       : "+m"(*spile_i_from), "=@ccc"(spile_i_none));
  return spile_i_none;
}
#else
/* No counter that is known to be invariant: modes are never SPILE_I_TIME. */
SPILE_I_INLINE __UINT64_TYPE__ spile_i_ticks(void) { return 0; }
SPILE_I_INLINE void spile_i_add(__UINT64_TYPE__ *spile_i_to,
                                __UINT64_TYPE__ spile_i_n) {
  __atomic_fetch_add(spile_i_to, spile_i_n, __ATOMIC_RELAXED);
}
SPILE_I_INLINE int spile_i_take(__UINT64_TYPE__ *spile_i_from) {
  return __atomic_fetch_sub(spile_i_from, 1, __ATOMIC_RELAXED) == 0;
}
#endif

#define SPILE_I_SLOT(spile_i_at, spile_i_mine)                                 \
  ((struct spile_i_slot *)(void *)((spile_i_mine) +                            \
                                   __atomic_load_n(                            \
                                       &(spile_i_at)->spile_i_offset,          \
                                       __ATOMIC_RELAXED)))

/* Guards are passed by value, so that they live in registers. */
SPILE_I_INLINE struct spile_i_guard
spile_i_enter(struct spile_i_site *spile_i_at) {
  struct spile_i_guard spile_i_new;
  const unsigned char *spile_i_where =
      __atomic_load_n(&spile_i_at->spile_i_mode, __ATOMIC_ACQUIRE);
  unsigned char spile_i_now = __atomic_load_n(spile_i_where, __ATOMIC_RELAXED);
  char *spile_i_mine = SPILE_I_BLOCK;
  spile_i_new.spile_i_counters = 0;
  spile_i_new.spile_i_start = 0;
  if (__builtin_expect(spile_i_now == SPILE_I_TIME, 1)) {
    if (__builtin_expect(spile_i_mine == 0, 0))
      goto spile_i_slow;
    spile_i_new.spile_i_counters = SPILE_I_SLOT(spile_i_at, spile_i_mine);
    spile_i_new.spile_i_start = spile_i_ticks();
  } else if (spile_i_now != SPILE_I_OFF) {
    struct spile_i_slot *spile_i_to;
    if (spile_i_now < SPILE_I_COUNT || spile_i_mine == 0)
      goto spile_i_slow;
    spile_i_to = SPILE_I_SLOT(spile_i_at, spile_i_mine);
    spile_i_add(&spile_i_to->spile_i_calls, 1);
    if (__builtin_expect(spile_i_take(&spile_i_to->spile_i_left), 0))
      spile_i_new = SPILE_I_COUNTED(spile_i_at);
  }
  if (0) {
  spile_i_slow:
    spile_i_new = SPILE_I_ENTER(spile_i_at);
  }
  /* Without it compilers make a copy of the body, with the asm statements in it,
   * for each way that leads here. No instruction. */
  __asm__("" : "+r"(spile_i_new.spile_i_counters));
  return spile_i_new;
}

SPILE_I_INLINE void spile_i_leave(struct spile_i_guard *spile_i_call) {
  struct spile_i_slot *spile_i_to = spile_i_call->spile_i_counters;
  if (__builtin_expect(spile_i_to != 0, 1)) {
    if (__builtin_expect(((__UINTPTR_TYPE__)spile_i_to & 1u) == 0, 1)) {
      __UINT64_TYPE__ spile_i_took =
          spile_i_ticks() - spile_i_call->spile_i_start;
      __UINT64_TYPE__ spile_i_low =
          __atomic_load_n(&spile_i_to->spile_i_least, __ATOMIC_RELAXED);
      __UINT64_TYPE__ spile_i_high =
          __atomic_load_n(&spile_i_to->spile_i_most, __ATOMIC_RELAXED);
      spile_i_add(&spile_i_to->spile_i_calls, 1);
      spile_i_add(&spile_i_to->spile_i_total, spile_i_took);
      /* below `low` or above `high`; both are 0 before the first */
      if (__builtin_expect(
              spile_i_took - spile_i_low > spile_i_high - spile_i_low, 0))
        SPILE_I_EXTREME(spile_i_to, spile_i_took);
    } else {
      SPILE_I_LEAVE(*spile_i_call);
    }
  }
}

/* Out of line where a program is to be small, or where it asks for that. */
#if (defined(__OPTIMIZE_SIZE__) || defined(SPILE_OUT_OF_LINE)) &&              \
    !defined(SPILE_I_LOAD)
#define SPILE_I_OPEN spile_i_begin
SPILE_I_INLINE void spile_i_close(struct spile_i_guard *spile_i_call) {
  spile_i_end(*spile_i_call);
}
#else
#define SPILE_I_OPEN spile_i_enter
SPILE_I_INLINE void spile_i_close(struct spile_i_guard *spile_i_call) {
  spile_i_leave(spile_i_call);
}
#endif

#ifdef __cplusplus
} /* extern "C" */
#endif

#define SPILE_I_GLUE2(spile_i_a, spile_i_b) spile_i_a##spile_i_b
#define SPILE_I_GLUE(spile_i_a, spile_i_b) SPILE_I_GLUE2(spile_i_a, spile_i_b)
#define SPILE_I_SITE SPILE_I_GLUE(spile_i_site_, __LINE__)
#define SPILE_I_GUARD SPILE_I_GLUE(spile_i_guard_, __LINE__)
/* A scope of the program may have such names too. */
#ifdef __cplusplus
#define SPILE_I_GLOBAL ::
#else
#define SPILE_I_GLOBAL
#endif
#define SPILE_I_SITE_OF(spile_i_text)                                          \
  {&SPILE_I_GLOBAL spile_i_module.spile_i_fresh,                               \
   0,                                                                          \
   __LINE__,                                                                   \
   spile_i_text,                                                               \
   __FILE__,                                                                   \
   &SPILE_I_GLOBAL spile_i_module,                                             \
   {0, 0, 0}}

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
  __attribute((
      __always_inline__,
      __no_instrument_function__)) explicit spile_i_scope(spile_i_site
                                                              *spile_i_at)
      SPILE_I_NOEXCEPT : spile_i_guard_(SPILE_I_OPEN(spile_i_at)) {}
  __attribute((__always_inline__,
               __no_instrument_function__)) ~spile_i_scope() SPILE_I_NOEXCEPT {
    spile_i_close(&spile_i_guard_);
  }

private:
  spile_i_scope(const spile_i_scope &);
  spile_i_scope &operator=(const spile_i_scope &);
  spile_i_guard spile_i_guard_;
};
}
#define SPILE_I_OPEN_GUARD ::spile_i_scope SPILE_I_GUARD(&SPILE_I_SITE)
#else
#define SPILE_I_OPEN_GUARD                                                     \
  struct spile_i_guard SPILE_I_GUARD                                           \
      __attribute((__cleanup__(spile_i_close))) = SPILE_I_OPEN(&SPILE_I_SITE)
#endif

#define SPILE_SCOPE(spile_i_text)                                              \
  static struct SPILE_I_GLOBAL spile_i_site SPILE_I_SITE                       \
      __attribute((__section__("spile_sites"), __used__)) =                    \
          SPILE_I_SITE_OF(spile_i_text);                                       \
  SPILE_I_OPEN_GUARD
#define SPILE_SCOPE_INLINE(spile_i_text)                                       \
  static struct SPILE_I_GLOBAL spile_i_site SPILE_I_SITE =                     \
      SPILE_I_SITE_OF(spile_i_text);                                           \
  SPILE_I_OPEN_GUARD

#pragma GCC diagnostic pop
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC pop_options
#endif
#pragma GCC visibility pop
#pragma pack(pop)

#endif /* SPILE_SPILE_H */
