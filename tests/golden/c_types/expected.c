// What functions return and take, in registers, on the stack and by hidden pointers.
#include <complex.h>
#include <stdio.h>
#include <string.h>
#include <spile/scope.h>
struct small { char a[3]; };
struct two { double a; long b; };
struct large { int a[100]; };
struct empty {};
union either { float f; int i; };
typedef int vector __attribute__((vector_size(16)));
typedef double wide __attribute__((vector_size(32)));
typedef int (*function)(int);

static struct small small(char a) { SPILE_SCOPE("small"); return (struct small){{a, a, a}}; }
static struct two two(struct two t) { SPILE_SCOPE("two"); return (struct two){t.a + 1, t.b + 1}; }
static struct large large(int a, struct large l) { SPILE_SCOPE("large"); l.a[99] = a; return l; }
static struct empty empty(struct empty e) { SPILE_SCOPE("empty"); return e; }
static union either either(union either e) { SPILE_SCOPE("either"); e.i++; return e; }
static float _Complex cfloat(float _Complex z) { SPILE_SCOPE("cfloat"); return z * 2; }
static long double _Complex clong(long double _Complex z) { SPILE_SCOPE("clong"); return z + I; }
static _Complex int cint(_Complex int z) { SPILE_SCOPE("cint"); return z + 1; }
static __int128 int128(__int128 a) { SPILE_SCOPE("int128"); return a << 100; }
static __float128 float128(__float128 a) { SPILE_SCOPE("float128"); return a + 1; }
static vector vectors(vector a, vector b) { SPILE_SCOPE("vectors"); return a * b; }
__attribute__((target("avx"))) static double avx(double a) { SPILE_SCOPE("avx"); wide w = {a, a, a, a}; return (w + w)[3]; }
static function chosen(int a) { SPILE_SCOPE("chosen"); return a ? (function)0 : (function)(void *)1; }
static int (*pointer(int (*p)[3]))[3] { SPILE_SCOPE("pointer"); return p + 1; }
static long double x87(long double a) { SPILE_SCOPE("x87"); return a / 2; }
static _Bool truth(float a) { SPILE_SCOPE("truth"); return a != 0; }
static const volatile int *qualified(const volatile int *const restrict p) { SPILE_SCOPE("qualified"); return p; }
static enum { RED = 1, GREEN } color(void) { SPILE_SCOPE("color"); return GREEN; }

static double many(int a, double b, long c, float d, char e, short f, unsigned g, long long h,
                   double i, double j, double k, double l, double m, double n, double o, int p) { SPILE_SCOPE("many");
  return a + b + (double)c + d + e + f + g + (double)h + i + j + k + l + m + n + o + p;
}

typedef union { int *a; char *b; } __attribute__((transparent_union)) any;
static int through_union(any u) { SPILE_SCOPE("through_union"); return *u.a; }

int main(void) { SPILE_SCOPE("main");
  struct large l;
  memset(&l, 0, sizeof l);
  struct empty e = {};
  empty(e);
  printf("%d %.0f %d\n", small('a').a[2], two((struct two){1, 2}).a, large(5, l).a[99]);
  printf("%d %.0f %.0Lf\n", either((union either){.i = 3}).i, crealf(cfloat(2)), cimagl(clong(2)));
  printf("%d %d\n", __real__ cint(2), (int)(int128(1) >> 100));
  printf("%d %d\n", (int)float128(1), vectors((vector){1, 2, 3, 4}, (vector){2, 2, 2, 2})[3]);
  printf("%d %d\n", __builtin_cpu_supports("avx") ? (int)avx(2) : 4, chosen(1) == 0);
  int a[2][3] = {{0}, {1, 2, 3}}, b = 4;
  printf("%d %.1Lf %d %d %d\n", (*pointer(a))[2], x87(3), truth(0.5f), *qualified(&b), color());
  printf("%.0f %d\n", many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16), through_union(&b));
  return 0;
}
