/* An instrumented server to look at: two workers call functions a fixed number
 * of times, say "ready", and wait until stdin ends.
 *
 *   server [CALLS]    CALLS of handle() by the first worker (default 45), twice
 *                     as many by the second; read_request() twice a call
 *   server stop       as server, but the second worker ends before "ready"
 *   server fork       as server, in a parent and in its child */
#define _GNU_SOURCE
#include <spile/spile.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_barrier_t called;
static int stop_early;

static _Atomic int requests;

static void read_request(void) {
  SPILE_SCOPE("read_request");
  ++requests;
}

static void handle(void) {
  SPILE_SCOPE("handle");
  read_request();
  read_request();
}

void never_called(void);
void never_called(void) { SPILE_SCOPE("never_called"); }

struct job {
  int calls, ends;
};

static void *work(void *argument) {
  const struct job *job = argument;
  for (int i = 0; i < job->calls; ++i)
    handle();
  pthread_barrier_wait(&called);
  if (!job->ends)
    pause();
  return NULL;
}

static void serve(int calls) {
  pthread_t threads[2];
  struct job jobs[2] = {{calls, 0}, {2 * calls, stop_early}};
  char byte;
  pthread_barrier_init(&called, NULL, 3);
  for (int i = 0; i < 2; ++i)
    pthread_create(&threads[i], NULL, work, &jobs[i]);
  pthread_barrier_wait(&called);
  if (stop_early)
    pthread_join(threads[1], NULL);
  puts("ready");
  fflush(stdout);
  while (read(STDIN_FILENO, &byte, 1) > 0)
    ;
}

int main(int argc, char **argv) {
  const char *how = argc > 1 ? argv[1] : "45";
  stop_early = strcmp(how, "stop") == 0;
  if (strcmp(how, "fork") == 0) {
    pid_t child = fork();
    serve(45);
    if (child > 0)
      waitpid(child, NULL, 0);
    return 0;
  }
  serve(stop_early ? 45 : atoi(how));
  return 0;
}
