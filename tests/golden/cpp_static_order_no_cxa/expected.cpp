// Without __cxa_atexit the destructors of globals are in a list of the program's own: they
// are timed all the same.
#include <cstdio>
#include <cstdlib>
#include <spile/scope.h>
static void say(const char *what) { SPILE_SCOPE("say"); std::printf("%s\n", what); }

struct Global {
  const char *name;
  explicit Global(const char *n) : name(n) { SPILE_SCOPE_INLINE("Global::Global"); say(name); }
  ~Global() { SPILE_SCOPE_INLINE("Global::~Global"); say(name); }
};

static Global first("first"), second("second");

static Global &local() { SPILE_SCOPE("local");
  static Global once("local");
  return once;
}

static void registered() { SPILE_SCOPE("registered"); say("atexit"); }

int main() { SPILE_SCOPE("main");
  std::atexit(registered);
  local();
  std::printf("%s %s %s\n", first.name, second.name, local().name);
  return 0;
}
