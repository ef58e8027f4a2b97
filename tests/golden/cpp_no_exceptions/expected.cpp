// Without exceptions and RTTI, symbols hidden, structs packed around the include.
#include <cstdio>
#pragma pack(push, 1)
#include <spile/scope.h>
struct Packed {
  char a;
  int b;
};

class Thing {
public:
  Thing() : packed{1, 2} { SPILE_SCOPE_INLINE("Thing::Thing");}
  int size() const { SPILE_SCOPE_INLINE("Thing::size"); return static_cast<int>(sizeof(packed)); }

private:
  Packed packed;
};

int main() { SPILE_SCOPE("main");
  std::printf("%d\n", Thing().size());
  return 0;
}
