#include <spile/scope.h>
#line 1
int printf(const char *, ...);
#define LONG a \
               \

#define API __attribute__((unused))
#define HERE(x) x
struct packed {

  int a;
} __attribute__((aligned(

    8)));
int table[] = {

    1, 2,
};
const char *text = "a\
  \
b"

    "c";
int one = HERE(

    1);
__asm__(".pushsection .text\n"

        ".popsection");
typedef

    int number;
int /* a comment

of several lines */ two = 2;
extern

    int two;
#if 0

#elif 1
enum color {

  RED
}

color;
#else

#endif
API
/* neither is this one */
static int

first(

    number a)

{ SPILE_SCOPE("first");
  return a;
}

static int second(number a) { SPILE_SCOPE("second"); return a; }

int main(void) { SPILE_SCOPE("main"); return printf("%d %s\n", first(1) + second(2) + one + two + table[0] + (int)color, text) < 0; }
