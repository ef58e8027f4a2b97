#pragma GCC diagnostic error "-Wshadow"
#pragma STDC FP_CONTRACT OFF
#pragma weak absent
#pragma redefine_extname by_old_name by_new_name
#pragma push_macro("X")
#include <stdio.h>
#pragma GCC poison malloc calloc free gets strcpy sprintf
#pragma pack(push, 1)
#pragma GCC visibility push(hidden)
#include <spile/scope.h>
struct packed {
  char a;
  int b;
};

extern void absent(void);

int by_new_name(void);
int by_old_name(void);

static int size(void) { SPILE_SCOPE("size"); return (int)sizeof(struct packed); }

int hidden(void) { SPILE_SCOPE("hidden"); return absent == 0; }
#pragma GCC visibility pop

__attribute__((used)) int by_old_name(void) { SPILE_SCOPE("by_old_name");
#pragma GCC unroll 4
  for (int i = 0; i < 4; ++i)
    hidden();
  return by_new_name == by_old_name;
}

#pragma pack(pop)
_Pragma("GCC diagnostic ignored \"-Wunused\"") static int behind_pragma(void) { SPILE_SCOPE("behind_pragma"); _Pragma("GCC diagnostic push") int unused; return 5; }

int main(void) { SPILE_SCOPE("main");
  printf("%d %d %d %d\n", size(), hidden(), by_old_name(), behind_pragma());
  return 0;
}
