// Generated text says with #line where it is from.
#include <stdio.h>

#line 100 "grammar.y"
static int rule(int a) {
#line 7
  return a + __LINE__;
}

#line 7
static int same(int a) { return a + __LINE__; }
#line 7
static int same_again(int a) { return a + __LINE__; }

# 33 "scanner.l"
static const char *scanner(void) { return __FILE__; }
# 20 "input.c"

#line 1 "input.c"
static int from_one(void) {
  return __LINE__;
}

static int next(void) {
#line 50
  int a = __LINE__;
#line 60 "elsewhere"
  return a +
#line 70
         __LINE__;
}

int main(void) {
  printf("%d %d %d\n", rule(1), same(1), same_again(1));
  printf("%s %d %d\n", scanner(), from_one(), next());
  printf("%s %d\n", __FILE__, __LINE__);
  return 0;
}
