// Without __cxa_atexit the destructors of globals are in a list of the program's own: they
// are timed all the same.
#include <cstdio>
#include <cstdlib>

static void say(const char *what) { std::printf("%s\n", what); }

struct Global {
  const char *name;
  explicit Global(const char *n) : name(n) { say(name); }
  ~Global() { say(name); }
};

static Global first("first"), second("second");

static Global &local() {
  static Global once("local");
  return once;
}

static void registered() { say("atexit"); }

int main() {
  std::atexit(registered);
  local();
  std::printf("%s %s %s\n", first.name, second.name, local().name);
  return 0;
}
