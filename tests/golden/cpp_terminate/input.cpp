// An exception that leaves a noexcept function ends the program as it would without the
// edit: in the handler, with the same output and status. What was unwound until then is a
// finished call; what is still running is not.
#include <cstdio>
#include <cstdlib>
#include <exception>

static int finished() { return 7; }

struct Witness {
  ~Witness() { std::printf("left\n"); }
};

[[noreturn]] static void handler() {
  try {
    std::rethrow_exception(std::current_exception());
  } catch (int code) {
    std::printf("terminate %d\n", code + finished());
  }
  std::fflush(stdout);
  std::exit(3);
}

[[gnu::noinline]] static int thrower(int code) {
  if (code)
    throw code;
  return finished();
}

static int guarded(int code) noexcept {
  return thrower(code);
}

// Without an exception it is like any other function.
static int calm(int code) noexcept(true) {
  Witness witness;
  return guarded(code) + 1;
}

int main() {
  std::set_terminate(handler);
  int sum = calm(0) + calm(0);
  std::printf("%d\n", sum);
  return guarded(sum);
}
