// Bodies in, around and beside macros: the brace must be spelled in the file.
#include <stdio.h>

#define HANDLER(name) static int handle_##name(int argument)
#define ALL(...) __VA_ARGS__
#define TWICE(x) x x
#define EMPTY
#define INLINE static inline __attribute__((always_inline))
#define BEGIN { int begun = 1;
#define END return begun; }
#define ADDER(name, by)                                                        \
  static int name(int a) {                                                     \
    return a + (by);                                                           \
  }
#define EACH(X) X(red, 1) X(green, 2)
#define WITH_BODY(name, body) static int name(int a) body
#define shielded(a) (shielded)((a) + 100)
#define OPEN {
#define BODY { return 1; }
#define TEXT(x) #x

EACH(ADDER)

HANDLER(get) { return argument; }
HANDLER(put)
{
  EMPTY return argument + 1;
}

INLINE int attributed(void) EMPTY { EMPTY return 2; }

static int (shielded)(int a) { return a; }

WITH_BODY(argument, { return a; })

ALL(static int whole(void) { return 3; })

ALL(static int) split(ALL(void)) { return TWICE(+4); }

static int begun(void) BEGIN END

static int opened(void) OPEN return 5; }

static int closed(void) { return ALL(6); ALL(})

TWICE(static int repeated(void);) static int repeated(void) { ALL(return 7;) }

static int made(void) BODY

static int switched(int n) { switch (n) BODY return 9; }

static const char *quoted(void) { return TEXT({ "a" }); }

static int parameters ALL((int a, int b)) { return a + b; }

int main(void) {
  printf("%d %d %d %d\n", red(1), green(1), handle_get(1), handle_put(1));
  printf("%d %d %d %d\n", attributed(), shielded(1), argument(1), whole());
  printf("%d %d %d %d\n", split(), begun(), opened(), closed());
  printf("%d %d %d\n", repeated(), made(), switched(1));
  puts(quoted());
  return parameters(1, -1);
}
