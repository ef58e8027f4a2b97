// With link-time optimisation the sites still lie together in their section.
#include <cstdio>
#include <spile/scope.h>
template <class T> T twice(T a) { SPILE_SCOPE_INLINE("twice"); return a + a; }
inline int merged(int a) { SPILE_SCOPE_INLINE("merged"); return a + 1; }
static int local(int a) { SPILE_SCOPE("local"); return merged(a) + twice(a); }
int global(int a) { SPILE_SCOPE("global"); return local(a); }
static int never_called(int a) { SPILE_SCOPE("never_called"); return a; }
int (*volatile kept)(int) = never_called;

struct Thing {
  explicit Thing(int v) : value(v) { SPILE_SCOPE_INLINE("Thing::Thing");}
  ~Thing() { SPILE_SCOPE_INLINE("Thing::~Thing"); std::printf("gone %d\n", value); }
  int value;
};

int main() { SPILE_SCOPE("main");
  Thing thing(global(1) + global(2));
  return thing.value == 11 ? 0 : 1;
}
