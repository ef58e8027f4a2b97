// The thrower is inlined into the noexcept function. The handler still finds the exception.
#include <cstdio>
#include <cstdlib>
#include <exception>

struct Local {
  ~Local() { std::printf("left\n"); }
};

static int thrower(int code) {
  Local local;
  if (code)
    throw code;
  return 1;
}

static int guarded(int code) noexcept { return thrower(code); }

[[noreturn]] static void handler() {
  std::printf("exception %d\n", std::current_exception() != nullptr);
  std::fflush(stdout);
  std::exit(3);
}

int main() {
  Local local;
  std::set_terminate(handler);
  int sum = guarded(0) + guarded(0);
  std::printf("%d\n", sum);
  return guarded(sum);
}
