// A process that ends within timed functions: those that have ended are counted.
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static int leaf(int a) { return a + 1; }

static void handler(int number) {
  leaf(number);
  exit(3);
}

static void by_exit(void) { leaf(1); exit(2); }
static void by__exit(void) { leaf(2); _exit(4); }
static void by_abort(void) { leaf(3); abort(); }
static void by_signal(void) { leaf(4); raise(SIGKILL); }
static void by_handler(void) { signal(SIGTERM, handler); raise(SIGTERM); }
static void by_fault(void) { leaf(5); *(volatile int *)(__UINTPTR_TYPE__)leaf(-1) = 1; }
static void by_quick_exit(void) { quick_exit(leaf(5)); }
static void by_return(void) { leaf(6); }

// Each ends in a process of its own, which reports only when it ends by exit.
static int status_of(void (*end)(void)) {
  int status;
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    end();
    exit(0);
  }
  if (waitpid(child, &status, 0) != child)
    return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

int main(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  printf("%d %d %d\n", status_of(by_exit), status_of(by__exit), status_of(by_abort));
  printf("%d %d %d\n", status_of(by_signal), status_of(by_handler), status_of(by_fault));
  printf("%d %d\n", status_of(by_quick_exit), status_of(by_return));
  return 0;
}
