// C99: mixed declarations, VLAs, designators, compound literals, array parameters.
#include <complex.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct packet {
  uint16_t length;
  char data[]; // flexible array member
};

#define CALL(f, ...) f(__VA_ARGS__)
#define NO_WARNING _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic pop")

static int at_least_three(const int a[static 3], int *restrict to) {
  *to = a[0];
  for (int i = 1; i < 3; ++i)
    *to += a[i];
  return *to;
}

// The size of a parameter is evaluated before the body is entered.
static size_t vla_parameter(int n, int m, char a[const n][m++]) {
  (void)a;
  return sizeof *a + (size_t)m;
}

static long long vla(int n) {
  int squares[n];
  for (int i = 0; i < n; ++i)
    squares[i] = i * i;
  typedef int row[n];
  row *rows = &squares;
  long long sum = 0;
again:;
  char copy[sizeof *rows];
  memcpy(copy, rows, sizeof copy);
  sum += ((int *)(void *)copy)[n - 1];
  if (sum < 100)
    goto again;
  return sum + (long long)sizeof(row);
}

static struct packet *filled(struct packet *p, size_t length) {
  *p = (struct packet){.length = (uint16_t)length};
  return p;
}

static double complex turned(double complex z) { return z * I; }

static long double hex(void) { return 0x1.8p1L; }

static const char *own_name(void) { return __func__; }

static int variadic(int n, ...) {
  va_list all, again;
  va_start(all, n);
  va_copy(again, all);
  int sum = 0;
  while (n-- > 0)
    sum += va_arg(all, int) + va_arg(again, int);
  va_end(again);
  va_end(all);
  return sum;
}

static bool pragmas(int a) { NO_WARNING return a; }

static void only_null(void) { ; }

int main(void) {
  int sum;
  printf("%d\n", at_least_three((int[]){1, [2] = 5}, &sum) + sum);
  char block[2][3];
  printf("%zu %lld\n", vla_parameter(2, 3, block), vla(9));
  struct packet p;
  printf("%d %.0f %.1Lf\n", filled(&p, 7)->length, creal(turned(I)), hex());
  printf("%s %d %d\n", own_name(), CALL(variadic, 3, 1, 2, 3), CALL(variadic, 0));
  only_null();
  return pragmas(2) ? 0 : 1;
}
