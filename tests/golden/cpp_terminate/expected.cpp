// An exception that leaves a noexcept function ends the program as it would without the
// edit: in the handler, with the same output and status. What was unwound until then is a
// finished call; what is still running is not.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <spile/scope.h>
static int finished() { SPILE_SCOPE("finished"); return 7; }

struct Witness {
  ~Witness() { SPILE_SCOPE_INLINE("Witness::~Witness"); std::printf("left\n"); }
};

[[noreturn]] static void handler() { SPILE_SCOPE("handler");
  try {
    std::rethrow_exception(std::current_exception());
  } catch (int code) {
    std::printf("terminate %d\n", code + finished());
  }
  std::fflush(stdout);
  std::exit(3);
}

[[gnu::noinline]] static int thrower(int code) { SPILE_SCOPE("thrower");
  if (code)
    throw code;
  return finished();
}

static int guarded(int code) noexcept { SPILE_SCOPE("guarded");
  return thrower(code);
}

// Without an exception it is like any other function.
static int calm(int code) noexcept(true) { SPILE_SCOPE("calm");
  Witness witness;
  return guarded(code) + 1;
}

int main() { SPILE_SCOPE("main");
  std::set_terminate(handler);
  int sum = calm(0) + calm(0);
  std::printf("%d\n", sum);
  return guarded(sum);
}
