// GNU extensions: statement expressions, computed goto, variable length arrays, variadic
// functions, asm labels, cleanup, vectors, transparent extensions of C.
#include <cstdarg>
#include <cstdio>
#include <spile/scope.h>
typedef int Four __attribute__((vector_size(16)));

static int total(int n, ...) { SPILE_SCOPE("total");
  va_list all;
  va_start(all, n);
  int sum = 0;
  for (int i = 0; i < n; ++i)
    sum += va_arg(all, int);
  va_end(all);
  return sum;
}

static int interpret(const char *code) { SPILE_SCOPE("interpret");
  static void *const table[] = {&&increment, &&twice, &&stop};
  int value = 1;
next:
  goto *table[*code++ - 'a'];
increment:
  ++value;
  goto next;
twice:
  value *= 2;
  goto next;
stop:
  return value;
}

static int length(int n) { SPILE_SCOPE("length");
  int room[n];
  room[n - 1] = n;
  return ({
    int last = room[n - 1];
    if (last > 100)
      return -1;
    last + 1;
  });
}

static int closed = 0;
static void close(int *p) { SPILE_SCOPE("close"); closed += *p; }
static int cleaned(int a) { SPILE_SCOPE("cleaned");
  __attribute__((cleanup(close))) int held = a;
  return held * 2;
}

static int labelled(int a) __asm__("other_symbol");
static int labelled(int a) { SPILE_SCOPE("labelled"); return a + __builtin_expect(a > 0, 1); }
static Four vectors(Four a) { SPILE_SCOPE("vectors"); return a + a; }
__extension__ static __int128 wide(__int128 a) { SPILE_SCOPE("wide"); return a << 70; }
static int range(int a) { SPILE_SCOPE("range");
  switch (a) {
  case 1 ... 5: return 10;
  default: return 20;
  }
}
static inline __attribute__((gnu_inline, always_inline)) int gnu_inline(int a) { SPILE_SCOPE_INLINE("gnu_inline"); return a ?: 7; }
static int pretty() { SPILE_SCOPE("pretty"); return __builtin_strlen(__PRETTY_FUNCTION__) == sizeof(__PRETTY_FUNCTION__) - 1; }
static const char *names() { SPILE_SCOPE("names"); return __func__; }
static int asm_goto(int a) { SPILE_SCOPE("asm_goto");
  asm goto("" : : "r"(a) : : out);
  return a;
out:
  return -a;
}
template <class T> T cast(void *p) { SPILE_SCOPE_INLINE("cast"); return *static_cast<T *>(p); }

int main() { SPILE_SCOPE("main");
  int five = 5;
  Four v = vectors(Four{1, 2, 3, 4});
  int sum = total(3, 1, 2, 3) + interpret("abbc") + length(4) + length(200) + cleaned(6) + labelled(1) + v[3];
  sum += static_cast<int>(wide(1) >> 70) + range(3) + range(9) + gnu_inline(0) + pretty() + asm_goto(2) + cast<int>(&five);
  std::printf("%d %d %s\n", sum, closed, names());
  return 0;
}
