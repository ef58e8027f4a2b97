/* load.h: a module that loads libspile by itself, when it is loaded, where the
 * link is not spile-cc's and knows nothing of libspile.
 *
 * spile-cc then defines SPILE_I_LOAD, libspile's path. Included by spile.h only.
 * The slow paths go through pointers; the fast one uses a thread-local copy of
 * the thread's block, which is fetched by the thread's first call in the module.
 * Without libspile (not there, or a static program) nothing is recorded, and one
 * line on stderr says so.
 *
 * Sources: dlopen(3); ELF gABI, weak symbols. */
#ifndef SPILE_LOAD_H
#define SPILE_LOAD_H

/* By other names: the program may declare these as its libc does. */
extern void *spile_i_dlopen(const char *, int) __asm__("dlopen")
    __attribute((__weak__));
extern void *spile_i_dlsym(void *, const char *) __asm__("dlsym")
    __attribute((__weak__));
/* Null in a static program, whose dlopen would bring another libc. */
extern char spile_i_dynamic[] __asm__("_DYNAMIC")
    __attribute((__weak__, __visibility__("hidden")));
extern long spile_i_write(int, const void *, unsigned long) __asm__("write")
    __attribute((__weak__));

#define SPILE_I_OWN                                                            \
  __attribute((__weak__, __visibility__("hidden"), __no_instrument_function__, \
               __nothrow__))

struct spile_i_far {
  struct spile_i_guard (*spile_i_enter)(struct spile_i_site *);
  struct spile_i_guard (*spile_i_counted)(struct spile_i_site *);
  void (*spile_i_leave)(struct spile_i_guard);
  void (*spile_i_extreme)(struct spile_i_slot *, __UINT64_TYPE__);
  void (*spile_i_load)(struct spile_i_module *);
  void (*spile_i_unload)(struct spile_i_module *);
  char *(*spile_i_thread)(void);
  unsigned char spile_i_tried;
};
extern struct spile_i_far spile_i_far __attribute((__visibility__("hidden")));
__attribute((__weak__,
             __visibility__("hidden"))) struct spile_i_far spile_i_far = {
    0, 0, 0, 0, 0, 0, 0, 0};

extern __thread char *spile_i_near
    __attribute((__tls_model__("initial-exec"), __visibility__("hidden")));
__attribute((__weak__, __visibility__("hidden"))) __thread char *spile_i_near;

SPILE_I_OWN void spile_i_far_find(void) {
  static const char spile_i_line[] =
      "spile: cannot load " SPILE_I_LOAD ": nothing is recorded\n";
  void *spile_i_library = 0;
  if (spile_i_far.spile_i_tried)
    return;
  spile_i_far.spile_i_tried = 1;
  if (spile_i_dynamic != 0 && &spile_i_dlopen != 0 && &spile_i_dlsym != 0)
    spile_i_library = spile_i_dlopen(SPILE_I_LOAD, 2 /* RTLD_NOW */);
  if (spile_i_library == 0) {
    if (&spile_i_write != 0 &&
        spile_i_write(2, spile_i_line, sizeof spile_i_line - 1) < 0)
      return;
    return;
  }
#define SPILE_I_FIND(spile_i_to, spile_i_symbol)                               \
  *(void **)&spile_i_far.spile_i_to =                                          \
      spile_i_dlsym(spile_i_library, spile_i_symbol)
  SPILE_I_FIND(spile_i_thread, "spile_i_thread_block");
  SPILE_I_FIND(spile_i_extreme, "spile_i_extreme");
  SPILE_I_FIND(spile_i_leave, "spile_i_leave_call");
  SPILE_I_FIND(spile_i_counted, "spile_i_enter_counted");
  SPILE_I_FIND(spile_i_unload, "spile_i_module_unload");
  SPILE_I_FIND(spile_i_load, "spile_i_module_load");
  SPILE_I_FIND(spile_i_enter, "spile_i_enter_call");
#undef SPILE_I_FIND
}

SPILE_I_OWN __attribute((__cold__)) struct spile_i_guard
spile_i_far_enter(struct spile_i_site *spile_i_at) {
  struct spile_i_guard spile_i_new = {0, 0};
  if (spile_i_far.spile_i_enter == 0)
    return spile_i_new;
  spile_i_new = spile_i_far.spile_i_enter(spile_i_at);
  spile_i_near = spile_i_far.spile_i_thread();
  return spile_i_new;
}
SPILE_I_OWN __attribute((__cold__)) struct spile_i_guard
spile_i_far_counted(struct spile_i_site *spile_i_at) {
  return spile_i_far.spile_i_counted(spile_i_at);
}
SPILE_I_OWN __attribute((__cold__)) void
spile_i_far_leave(struct spile_i_guard spile_i_call) {
  spile_i_far.spile_i_leave(spile_i_call);
}
SPILE_I_OWN __attribute((__cold__)) void
spile_i_far_extreme(struct spile_i_slot *spile_i_to,
                    __UINT64_TYPE__ spile_i_took) {
  spile_i_far.spile_i_extreme(spile_i_to, spile_i_took);
}
SPILE_I_OWN void spile_i_far_load(struct spile_i_module *spile_i_own) {
  if (spile_i_far.spile_i_load != 0)
    spile_i_far.spile_i_load(spile_i_own);
}
SPILE_I_OWN void spile_i_far_unload(struct spile_i_module *spile_i_own) {
  if (spile_i_far.spile_i_unload != 0)
    spile_i_far.spile_i_unload(spile_i_own);
}

/* Also where an object of the module that names libspile was first. */
#define SPILE_I_FIND_RUNTIME() spile_i_far_find()
#define SPILE_I_BLOCK spile_i_near
#define SPILE_I_ENTER spile_i_far_enter
#define SPILE_I_COUNTED spile_i_far_counted
#define SPILE_I_LEAVE spile_i_far_leave
#define SPILE_I_EXTREME spile_i_far_extreme
#define SPILE_I_MODULE_LOAD spile_i_far_load
#define SPILE_I_MODULE_UNLOAD spile_i_far_unload

#endif /* SPILE_LOAD_H */
