// The thrower is inlined into the noexcept function. The handler still finds the exception.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <spile/scope.h>
struct Local {
  ~Local() { SPILE_SCOPE_INLINE("Local::~Local"); std::printf("left\n"); }
};

static int thrower(int code) { SPILE_SCOPE("thrower");
  Local local;
  if (code)
    throw code;
  return 1;
}

static int guarded(int code) noexcept { SPILE_SCOPE("guarded"); return thrower(code); }

[[noreturn]] static void handler() { SPILE_SCOPE("handler");
  std::printf("exception %d\n", std::current_exception() != nullptr);
  std::fflush(stdout);
  std::exit(3);
}

int main() { SPILE_SCOPE("main");
  Local local;
  std::set_terminate(handler);
  int sum = guarded(0) + guarded(0);
  std::printf("%d\n", sum);
  return guarded(sum);
}
