// With link-time optimisation the sites still lie together in their section.
#include <cstdio>

template <class T> T twice(T a) { return a + a; }
inline int merged(int a) { return a + 1; }
static int local(int a) { return merged(a) + twice(a); }
int global(int a) { return local(a); }
static int never_called(int a) { return a; }
int (*volatile kept)(int) = never_called;

struct Thing {
  explicit Thing(int v) : value(v) {}
  ~Thing() { std::printf("gone %d\n", value); }
  int value;
};

int main() {
  Thing thing(global(1) + global(2));
  return thing.value == 11 ? 0 : 1;
}
