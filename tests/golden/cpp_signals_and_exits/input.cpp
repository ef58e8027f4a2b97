// Ways out of C++ functions: jumps, exit, quick exits of scopes, and exit from deep inside.
// What is still running at exit is not a finished call.
#include <csetjmp>
#include <csignal>
#include <cstdio>
#include <cstdlib>

static std::jmp_buf back;
static volatile std::sig_atomic_t signals = 0;

static void on_signal(int) { signals = signals + 1; }
[[noreturn]] static void jump(int code) { std::longjmp(back, code); }

static int catcher(int code) {
  if (int got = setjmp(back))
    return got;
  jump(code);
}

struct Last {
  ~Last() { std::printf("last %d\n", static_cast<int>(signals)); }
};
static Last last;

static int search(int n) {
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < n; ++j) {
      if (i * j == 6)
        goto found;
      if (j > i)
        break;
      if (j == 1)
        continue;
    }
  }
  return -1;
found:
  return n;
}

static void at_exit() { std::printf("at exit\n"); }

[[noreturn]] static void leave(int depth) {
  if (depth)
    leave(depth - 1);
  std::exit(4);
}

int main() {
  std::atexit(at_exit);
  std::signal(SIGUSR1, on_signal);
  for (int i = 0; i < 5; ++i)
    std::raise(SIGUSR1);
  int sum = catcher(1) + catcher(2) + search(3) + search(7);
  std::printf("%d\n", sum);
  leave(3);
}
