// C11: _Generic, _Static_assert, _Alignas, _Atomic, _Thread_local, anonymous members.
#include <stdalign.h>
#include <stdatomic.h>
#include <stdio.h>

struct value {
  int kind;
  union {
    int number;
    struct {
      char letter;
    };
  };
};

static int of_int(int a) { return a; }
static int of_double(double a) { return (int)(a * 10); }
static int of_text(const char *a) { return a[0]; }
#define OF(x) _Generic((x), int: of_int, double: of_double, char *: of_text)(x)

static int asserts(void) { _Static_assert(sizeof(int) == 4, "int has 4 bytes"); return 1; }

static int aligned(void) {
  alignas(64) char line[64];
  line[0] = 1;
  return (int)((__UINTPTR_TYPE__)line % 64) + line[0];
}

static int counted(void) {
  static _Thread_local int mine;
  static atomic_int all;
  return ++mine + atomic_fetch_add(&all, 1);
}

static int letter(struct value v) { return v.letter; }

static int text(void) { return u8"a"[0] + (int)u"b"[0] + (int)U"c"[0]; }

// A label needs a statement, so no declaration may follow it.
static int label(int n) {
start:
  if (n < 10) {
    n *= 2;
    goto start;
  }
end:
  return n;
  goto end;
}

static int chosen(int n) { switch (n) case 1: case 2: return _Generic(n, default: 3, int: 4); return 0; }

int main(void) {
  printf("%d %d %d\n", OF(1), OF(2.5), OF("x"));
  printf("%d %d\n", asserts(), aligned());
  printf("%d\n", counted() + counted());
  printf("%d %d\n", letter((struct value){.kind = 1, .letter = 'l'}), text());
  printf("%d %d %d\n", label(3), chosen(2), chosen(3));
  return _Generic(main, int (*)(void): 0);
}
