// Timed functions that run before main and after it: initialisers of statics, constructor
// and destructor functions, atexit, destructors of globals and of local statics.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <spile/scope.h>
static int order = 0;
static void say(const char *what) { SPILE_SCOPE("say"); std::printf("%d %s\n", ++order, what); }

struct Global {
  const char *name;
  explicit Global(const char *n) : name(n) { SPILE_SCOPE_INLINE("Global::Global"); say(name); }
  ~Global() { SPILE_SCOPE_INLINE("Global::~Global"); say(name); }
};

static int initial(int a) { SPILE_SCOPE("initial");
  say("initial");
  return a * 2;
}

__attribute__((constructor(200))) static void early() { SPILE_SCOPE("early"); say("early"); }
__attribute__((constructor(102))) static void very_early() { SPILE_SCOPE("very_early"); say("very early"); }
__attribute__((destructor(102))) static void very_late() { SPILE_SCOPE("very_late"); say("very late"); }

__attribute__((init_priority(300))) static Global prioritised("prioritised");
static Global global("global");
static int number = initial(4);
inline Global in_line("inline");
template <class T> struct Holder {
  static Global held;
};
template <class T> Global Holder<T>::held("held");

static Global &local() { SPILE_SCOPE("local");
  static Global once("local");
  return once;
}

static void registered() { SPILE_SCOPE("registered");
  say("atexit");
  // A local static that begins its life after main.
  static Global last("after main");
}

struct Registrar {
  Registrar() { SPILE_SCOPE_INLINE("Registrar::Registrar"); std::atexit(registered); }
  static Registrar *instance;
};
Registrar *Registrar::instance = new Registrar;
const std::string text = [] { SPILE_SCOPE_INLINE("(lambda)"); say("lambda"); std::string s("text"); return s; }();

int main() { SPILE_SCOPE("main");
  say("main");
  local();
  local();
  static int from_static = initial(number);
  std::printf("%d %s %s\n", from_static, Holder<int>::held.name, text.c_str());
  return 0;
}
