/* A server to look at while it works: workers call functions again and again,
 * some 500 times a second, until stdin ends. Says "ready" once each was called.
 *
 *   busy [WORKERS]    how many (default 2)
 *   busy brief        two workers, and threads that end after one call each */
#define _GNU_SOURCE
#include <spile/spile.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static pthread_barrier_t called;

static _Atomic int items;

static void add_item(void) {
  SPILE_SCOPE("shop::Cart::add");
  ++items;
}

static void handle(void) {
  SPILE_SCOPE("handle");
  add_item();
  add_item();
  usleep(500);
}

static void only_once(void) { SPILE_SCOPE("only_once"); }

void never_called(void);
void never_called(void) { SPILE_SCOPE("never_called"); }

static void *work(void *unused) {
  (void)unused;
  only_once();
  handle();
  pthread_barrier_wait(&called);
  for (;;) {
    handle();
    usleep(1000);
  }
  return NULL;
}

static void *work_once(void *unused) {
  (void)unused;
  only_once();
  return NULL;
}

static void *start_brief(void *unused) {
  (void)unused;
  for (;;) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, work_once, NULL) == 0)
      pthread_join(thread, NULL);
  }
  return NULL;
}

int main(int argc, char **argv) {
  const char *how = argc > 1 ? argv[1] : "2";
  const int brief = strcmp(how, "brief") == 0;
  const int workers = brief ? 2 : atoi(how);
  pthread_t thread;
  char byte;
  pthread_barrier_init(&called, NULL, (unsigned)workers + 1);
  for (int i = 0; i < workers; ++i)
    pthread_create(&thread, NULL, work, NULL);
  pthread_barrier_wait(&called);
  if (brief)
    pthread_create(&thread, NULL, start_brief, NULL);
  puts("ready");
  fflush(stdout);
  while (read(STDIN_FILENO, &byte, 1) > 0)
    ;
  return 0;
}
