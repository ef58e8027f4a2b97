// Before and behind main: constructors, destructors, atexit and on_exit handlers.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int steps;

static int step(const char *what) { return printf("%d %s\n", ++steps, what); }

__attribute__((constructor)) static void made(void) { step("constructor"); }

__attribute__((constructor(200))) static void made_early(void) { step("early constructor"); }

// As early as the runtime's own.
__attribute__((constructor(101))) static void made_first(void) { step("first constructor"); }

__attribute__((destructor)) static void unmade(void) { step("destructor"); }

__attribute__((destructor(200))) static void unmade_late(void) { step("late destructor"); }

// As late as the runtime allows.
__attribute__((destructor(101))) static void unmade_last(void) { step("last destructor"); }

static void in_array(int argc, char **argv, char **environment) {
  (void)argc;
  step(argv[0] && environment ? "array" : "");
}
__attribute__((section(".init_array"), used)) static void (*entry)(int, char **, char **) = in_array;

static void handler(void) { step("atexit"); }

static void with_argument(int status, void *text) {
  (void)status;
  step(text);
}

__attribute__((constructor, destructor)) static void both(void) { step("both"); }

int main(void) {
  step("main");
  atexit(handler);
  atexit(handler);
  static char text[] = "on_exit";
  on_exit(with_argument, text);
  return 0;
}
