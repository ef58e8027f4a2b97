// Jumps within a body: computed, into loops, out of statement expressions.
#include <alloca.h>
#include <stdio.h>
#include <string.h>
#include <spile/scope.h>
// Duff's device.
static void duff(char *to, const char *from, int count) { SPILE_SCOPE("duff");
  int n = (count + 3) / 4;
  switch (count % 4) {
  case 0: do { *to++ = *from++;
  case 3:      *to++ = *from++;
  case 2:      *to++ = *from++;
  case 1:      *to++ = *from++;
          } while (--n > 0);
  }
}

// An interpreter whose table holds labels' addresses.
static int interpret(const char *code) { SPILE_SCOPE("interpret");
  static const void *const table[] = {&&add, &&twice, &&leave};
  int a = 0;
  goto *table[*code - '0'];
add:
  a += 1;
  goto *table[*++code - '0'];
twice:
  a *= 2;
  goto *table[*++code - '0'];
leave:
  return a;
}

// The first thing in the body is a label, jumped back to.
static int first(int n) { SPILE_SCOPE("first"); again: if (n < 50) { n *= 3; goto again; } return n; }

static int late(int n) { SPILE_SCOPE("late"); goto late; return -1; late: return n; }

static int into_block(int n) { SPILE_SCOPE("into_block");
  if (n > 1)
    goto inside;
  for (n = 0; n < 3; ++n) {
  inside:
    n += 2;
  }
  return n;
}

static int expression(int n) { SPILE_SCOPE("expression");
  int a = ({ int b = n * 2; if (b > 10) return -b; b; });
  int c = ({ if (a == 4) goto out; a + 1; });
  return c;
out:
  return 40;
}

#define MAX(a, b) ({ __typeof__(a) a_ = (a); __typeof__(b) b_ = (b); a_ > b_ ? a_ : b_; })
static int most(int a, int b) { SPILE_SCOPE("most"); return ({ MAX(a, b); }); }

static int ranges(int n) { SPILE_SCOPE("ranges");
  switch (n) {
    if (0) {
    case 1 ... 5:
      return n;
    }
    while (n > 10) {
    default:
      n -= 7;
    }
  }
  return n;
}

static size_t stack(int n) { SPILE_SCOPE("stack");
  char *text = alloca((size_t)n + 1);
  char vla[n + 1];
  for (int i = 0; i < n; ++i)
    vla[i] = text[i] = 'a';
  vla[n] = text[n] = 0;
  if (n > 3)
    goto out;
  char *more = __builtin_alloca(2);
  memcpy(more, "b", 2);
  return strlen(text) + strlen(more);
out:
  return strlen(vla);
}

int main(void) { SPILE_SCOPE("main");
  char to[8] = "";
  duff(to, "abcdef", 6);
  duff(to, "xyz", 1);
  printf("%s %d %d %d\n", to, interpret("00112"), interpret("2"), first(1));
  printf("%d %d %d\n", late(3), into_block(0), into_block(7));
  printf("%d %d %d\n", expression(1), expression(2), expression(6));
  printf("%d %d %d\n", most(1, 2), ranges(3), ranges(30));
  printf("%zu %zu\n", stack(2), stack(9));
  return 0;
}
