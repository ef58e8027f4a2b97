// Functions that cannot be edited, each for a reason of its own; the program is right.
#include <cstdio>
#include <spile/scope.h>
#define BODY                                                                   \
  { return 1; }
#define ARGUMENT(x) x

static int brace_from_macro() BODY
ARGUMENT(static int macro_argument() { return 2; })
static int other_file()
#include "body.inc"

constexpr int constant(int a) { return a; }
template <class T> constexpr T constant_template(T a) { return a; }
struct Literal {
  int value;
  constexpr explicit Literal(int v) : value(v) {}
  constexpr int get() const { return value; }
  friend constexpr bool operator==(Literal a, Literal b) { return a.value == b.value; }
  constexpr operator int() const { return value; }
  // Not constexpr, in a class that is a literal type all the same.
  int plain() const { SPILE_SCOPE_INLINE("Literal::plain"); return value + 1; }
};
static_assert(Literal(3).get() == 3 && Literal(2) == Literal(2), "constant");

extern "C" __attribute__((naked)) int naked(int) { asm("lea 1(%rdi), %eax\n ret"); }

__attribute__((target_clones("default", "avx2"))) int cloned(int a) { return a + 5; }
__attribute__((target("default"))) int versioned(int a) { return a + 6; }
__attribute__((target("avx2"))) int versioned(int a) { return a + 6; }

static int implementation(int a) { SPILE_SCOPE("implementation"); return a + 7; }
extern "C" {
int (*resolve())(int) { return implementation; }
int resolved(int a) __attribute__((ifunc("resolve")));
}

static int last(int a) { SPILE_SCOPE("last"); return a + 8; }
static int tail(int a) { [[clang::musttail]] return last(a); }
struct Tails {
  static int on(int a) { SPILE_SCOPE_INLINE("Tails::on");
    struct Local {
      static int tail(int b) { [[clang::musttail]] return last(b); }
    };
    return Local::tail(a) + 1;
  }
};

int main() { SPILE_SCOPE("main");
  constexpr int four = constant(4);
  Literal literal(9);
  int sum = brace_from_macro() + macro_argument() + other_file() + four + constant_template(5) + naked(1) + cloned(1) + versioned(1);
  sum += resolved(1) + tail(1) + Tails::on(1) + literal.plain() + literal.get() + (literal == Literal(9)) + literal;
  std::printf("%d\n", sum);
  return 0;
}
