// Functions with GNU's inline of C89 may hold no static data where they are visible from
// outside, as in C; static ones may.
#include <cstdio>

// The body is only there to be inlined.
extern inline __attribute__((gnu_inline, always_inline)) int forced(int a) { return a + 5; }
extern "C" inline __attribute__((gnu_inline, always_inline)) int c_forced(int a) { return a + 4; }
inline __attribute__((gnu_inline, always_inline)) int emitted(int a) { return a + 6; }
static inline __attribute__((gnu_inline)) int hidden(int a) { return a + 7; }

int main() {
  std::printf("%d\n", forced(1) + c_forced(1) + emitted(1) + hidden(1));
  return 0;
}
