// GNU extensions: statement expressions, computed goto, variable length arrays, variadic
// functions, asm labels, cleanup, vectors, transparent extensions of C.
#include <cstdarg>
#include <cstdio>

typedef int Four __attribute__((vector_size(16)));

static int total(int n, ...) {
  va_list all;
  va_start(all, n);
  int sum = 0;
  for (int i = 0; i < n; ++i)
    sum += va_arg(all, int);
  va_end(all);
  return sum;
}

static int interpret(const char *code) {
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

static int length(int n) {
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
static void close(int *p) { closed += *p; }
static int cleaned(int a) {
  __attribute__((cleanup(close))) int held = a;
  return held * 2;
}

static int labelled(int a) __asm__("other_symbol");
static int labelled(int a) { return a + __builtin_expect(a > 0, 1); }
static Four vectors(Four a) { return a + a; }
__extension__ static __int128 wide(__int128 a) { return a << 70; }
static int range(int a) {
  switch (a) {
  case 1 ... 5: return 10;
  default: return 20;
  }
}
static inline __attribute__((gnu_inline, always_inline)) int gnu_inline(int a) { return a ?: 7; }
static int pretty() { return __builtin_strlen(__PRETTY_FUNCTION__) == sizeof(__PRETTY_FUNCTION__) - 1; }
static const char *names() { return __func__; }
static int asm_goto(int a) {
  asm goto("" : : "r"(a) : : out);
  return a;
out:
  return -a;
}
template <class T> T cast(void *p) { return *static_cast<T *>(p); }

int main() {
  int five = 5;
  Four v = vectors(Four{1, 2, 3, 4});
  int sum = total(3, 1, 2, 3) + interpret("abbc") + length(4) + length(200) + cleaned(6) + labelled(1) + v[3];
  sum += static_cast<int>(wide(1) >> 70) + range(3) + range(9) + gnu_inline(0) + pretty() + asm_goto(2) + cast<int>(&five);
  std::printf("%d %d %s\n", sum, closed, names());
  return 0;
}
