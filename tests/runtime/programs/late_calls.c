/* Calls before main, in destructors of thread keys, and at the very end. */
#include <spile/spile.h>

#include <pthread.h>
#include <stdlib.h>

static pthread_key_t key;

static void counted(void) { SPILE_SCOPE("counted"); }

__attribute__((constructor(102))) static void early(void) { counted(); }
__attribute__((destructor(102))) static void late(void) { counted(); }
static void at_exit(void) { counted(); }

/* Calls in every round of destructors that there is. */
static void on_thread_exit(void *value) {
  counted();
  pthread_setspecific(key, value);
}

static void *worker(void *self) {
  counted();
  pthread_setspecific(key, self);
  return NULL;
}

int main(void) {
  pthread_t thread;
  atexit(at_exit);
  if (pthread_key_create(&key, on_thread_exit) != 0)
    return 1;
  for (int i = 0; i < 200; ++i) {
    if (pthread_create(&thread, NULL, worker, &key) != 0)
      return 1;
    pthread_join(thread, NULL);
  }
  return 0;
}
