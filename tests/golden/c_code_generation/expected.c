// Options that change layouts, sections, calls and arithmetic.
#include <stdio.h>
#include <spile/scope.h>
enum tiny { SMALL = 1 };
struct packed {
  char c;
  long l;
};

static int size(void) { SPILE_SCOPE("size"); return (int)(sizeof(struct packed) + sizeof(enum tiny)); }

static int is_unsigned(void) { SPILE_SCOPE("is_unsigned"); return (char)-1 > 0; }

static int array(int n) { SPILE_SCOPE("array");
  char text[64];
  snprintf(text, sizeof text, "%d", n);
  return text[0];
}

__attribute__((used)) static int collected(void) { SPILE_SCOPE("collected"); return 1; }

__attribute__((section(".text.of_its_own"), aligned(64))) static int placed(int a) { SPILE_SCOPE("placed"); return a + 1; }

int main(void) { SPILE_SCOPE("main");
  printf("%d %d %d %d\n", size(), is_unsigned(), array(42), placed(1));
  return 0;
}
