// The rest of C23: constexpr, auto, typeof, nullptr, _BitInt, keywords, (...), #embed.
#include <stdarg.h>
#include <stdio.h>
#include <spile/scope.h>
enum small : unsigned char { LOW = 1, HIGH = 255 };

constexpr int limit = 3;

#define SUM(first, ...) variadic(first __VA_OPT__(, ) __VA_ARGS__, 0)

static _BitInt(128) wide(_BitInt(128) a) { SPILE_SCOPE("wide"); return a * a; }

static unsigned _BitInt(17) narrow(unsigned _BitInt(17) a) { SPILE_SCOPE("narrow"); return a + 1uwb; }

static bool truth(void *p) { SPILE_SCOPE("truth"); return p == nullptr ? true : false; }

static int variadic(...) { SPILE_SCOPE("variadic");
  va_list all;
  va_start(all);
  int sum = 0;
  for (int n; (n = va_arg(all, int)) != 0;)
    sum += n;
  va_end(all);
  return sum;
}

static int deduced(void) { SPILE_SCOPE("deduced"); auto n = limit; constexpr auto one = 1; typeof(n) m = n + one; typeof_unqual(one) k = m; return k; }

static thread_local int calls;

static int counted() { SPILE_SCOPE("counted"); return ++calls; }

static int inferred(enum small s) { SPILE_SCOPE("inferred");
  alignas(16) char text[] = {
#embed "spile.yaml" limit(4)
  };
  static_assert(sizeof text == 4);
  return text[0] + s;
}

static struct { int a, b; } pair(int a) { SPILE_SCOPE("pair"); return (typeof(pair(0))){.a = a}; }

[[deprecated("still called"), gnu::noinline]] static int old(void) { SPILE_SCOPE("old"); return 7; }

static int empty(void) { SPILE_SCOPE("empty"); int all[2] = {}; return all[0] + all[1]; }

int main(void) { SPILE_SCOPE("main");
  printf("%d %d\n", (int)wide(3), (int)narrow(4));
  printf("%d %d\n", truth(nullptr), SUM(1, 2, 3));
  printf("%d %d\n", deduced(), counted() + counted());
  printf("%d %d\n", inferred(HIGH), pair(3).a);
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
  printf("%d\n", old());
  return empty();
}
