// C17 with its own threads. A frame that thrd_exit leaves is counted with -fexceptions only.
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <threads.h>
#include <spile/scope.h>
enum { THREADS = 5, CALLS = 1000 };

static atomic_long done;
static mtx_t lock;
static once_flag once = ONCE_FLAG_INIT;
static tss_t key;

static void step(void) { SPILE_SCOPE("step"); atomic_fetch_add_explicit(&done, 1, memory_order_relaxed); }

static void make_lock(void) { SPILE_SCOPE("make_lock");
  if (mtx_init(&lock, mtx_plain) != thrd_success)
    abort();
}

// Runs while the thread ends.
static void at_thread_end(void *value) { SPILE_SCOPE("at_thread_end");
  step();
  free(value);
}

static _Noreturn void leave(int status) { SPILE_SCOPE("leave"); thrd_exit(status); }

static int worker(void *argument) { SPILE_SCOPE("worker");
  int number = *(int *)argument;
  call_once(&once, make_lock);
  tss_set(key, malloc(1));
  for (int i = 0; i < CALLS; ++i)
    step();
  mtx_lock(&lock);
  mtx_unlock(&lock);
  if (number % 2)
    leave(number);
  return number;
}

int main(void) { SPILE_SCOPE("main");
  thrd_t all[THREADS];
  int numbers[THREADS], sum = 0;
  if (tss_create(&key, at_thread_end) != thrd_success)
    return 2;
  for (int i = 0; i < THREADS; ++i) {
    numbers[i] = i;
    if (thrd_create(all + i, worker, numbers + i) != thrd_success)
      return 3;
  }
  for (int i = 0; i < THREADS; ++i) {
    int status;
    thrd_join(all[i], &status);
    sum += status;
  }
  printf("%d %ld\n", sum, atomic_load(&done));
  return 0;
}
