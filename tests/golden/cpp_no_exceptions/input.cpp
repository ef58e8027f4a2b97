// Without exceptions and RTTI, symbols hidden, structs packed around the include.
#include <cstdio>
#pragma pack(push, 1)

struct Packed {
  char a;
  int b;
};

class Thing {
public:
  Thing() : packed{1, 2} {}
  int size() const { return static_cast<int>(sizeof(packed)); }

private:
  Packed packed;
};

int main() {
  std::printf("%d\n", Thing().size());
  return 0;
}
