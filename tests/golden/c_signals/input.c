// Handlers that interrupt timed functions; both are counted, each call once.
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { ROUNDS = 200 };

static volatile sig_atomic_t handled, nested;
static char *volatile page;
static size_t page_size;

static int leaf(int a) { return a + handled; }

// Runs within the interrupted call of the same function.
static void simple(int number) {
  if (leaf(number) < 0)
    return;
  ++handled;
}

static void raising(int number) {
  (void)number;
  ++nested;
  raise(SIGUSR1);
}

// On a stack of its own; makes the page writable, so that the store is tried again.
static void fault(int number, siginfo_t *info, void *context) {
  (void)context;
  if (number == SIGSEGV && info->si_addr == page)
    mprotect(page, page_size, PROT_READ | PROT_WRITE);
  leaf(0);
}

static void set(int number, void (*handle)(int)) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handle;
  sigaction(number, &action, NULL);
}

static int interrupted(int rounds) {
  for (int i = 0; i < rounds; ++i)
    raise(i % 2 ? SIGUSR1 : SIGUSR2);
  return handled;
}

static int keeps_errno(void) {
  errno = ERANGE;
  raise(SIGUSR1);
  return errno == ERANGE;
}

static char store(void) {
  static char stack[1 << 16];
  stack_t other = {.ss_sp = stack, .ss_size = sizeof stack};
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = fault;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigaltstack(&other, NULL);
  sigaction(SIGSEGV, &action, NULL);
  page_size = (size_t)sysconf(_SC_PAGESIZE);
  page = mmap(NULL, page_size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  *(volatile char *)page = 7;
  return *page;
}

int main(void) {
  set(SIGUSR1, simple);
  set(SIGUSR2, raising);
  printf("%d %d\n", interrupted(ROUNDS), nested);
  printf("%d %d\n", keeps_errno(), store());
  return 0;
}
