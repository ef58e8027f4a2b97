// A module's unit is left as it is: the inserted include may not stand in its purview.
module;
#include <cstdio>

static int in_fragment(int a) { return a + 1; }

export module counters;

int hidden(int a) { return in_fragment(a); }
export int shown(int a) { return hidden(a) + 1; }
export namespace lib {
template <class T> T twice(T a) { return a + a; }
struct Part {
  int get() { return 3; }
};
} // namespace lib

extern "C++" int main() {
  std::printf("%d\n", shown(1) + lib::twice(2) + lib::Part().get());
  return 0;
}
